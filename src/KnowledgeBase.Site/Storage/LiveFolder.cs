using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Storage;

/// <summary>The content folder as it was last read, so that a look reads only what changed.</summary>
public sealed class LiveFolder(SiteContentFolder folder)
{
    private readonly Lock _looking = new();
    private Dictionary<string, ReadFile> _read = [];

    public string Path => folder.Path;

    /// <summary>Every file now, ordered by path (ordinal). A file that did not change is the same object as in the look before.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder is gone.</exception>
    public IReadOnlyList<ContentFile> Look()
    {
        lock (_looking)
        {
            var read = ContentFolder.Read(folder.Path, _read);
            // A refused file has no stamp and is read anew each time: keep the old value where nothing changed.
            _read = read.ToDictionary(f => f.Content.Path, f => f.Content.Refused is not null && _read.TryGetValue(f.Content.Path, out var old) && old.Content.Refused == f.Content.Refused ? old : f);
            return [.. read.Select(f => _read[f.Content.Path].Content)];
        }
    }

    /// <summary>Reads this file anew at the next look, whatever its size and time say.</summary>
    public void Forget(string path)
    {
        lock (_looking) _read.Remove(path);
    }
}
