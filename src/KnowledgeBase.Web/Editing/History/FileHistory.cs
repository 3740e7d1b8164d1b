using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Web.Editing;

/// <summary>One change of the files that a history page is about.</summary>
/// <param name="Files">Path of the file now → what the change did to it, under the name it had then.</param>
public sealed record FileHistory(HistoryEntry Entry, IReadOnlyDictionary<string, HistoryFile> Files)
{
    /// <summary>Changes of any of the files, newest first.</summary>
    public static async Task<IReadOnlyList<FileHistory>> Of(ContentHistory history, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var found = new Dictionary<string, (HistoryEntry Entry, Dictionary<string, HistoryFile> Files)>();
        foreach (var path in paths)
        {
            var name = path;
            foreach (var entry in await history.Of(path, cancellation))
            {
                if (entry.Files.FirstOrDefault(f => f.Path == name) is not { } file) continue;
                if (!found.TryGetValue(entry.Commit, out var change)) found[entry.Commit] = change = (entry, []);
                change.Files[path] = file;
                name = file.OldPath;
            }
        }

        return [.. found.Values.Select(c => new FileHistory(c.Entry, c.Files)).OrderByDescending(c => c.Entry.At)];
    }
}
