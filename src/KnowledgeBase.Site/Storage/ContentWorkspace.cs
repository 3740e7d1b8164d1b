using KnowledgeBase.Content;
using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Site.Storage;

/// <summary>The content folder as editors work in it: files opened by path, and all that a save needs of the disk.</summary>
public sealed class ContentWorkspace(SiteContentFolder folder, SiteDataFolder data, LiveFolder live, EditingLock @lock)
{
    internal SaveJournal Journal { get; } = new(data.Path);

    internal LiveFolder Live => live;

    internal EditingLock Lock => @lock;

    internal string Root => folder.Path;

    /// <summary>A text file, or a term (<see cref="TermText"/>), as it lies on the disk now; null where there is none, it is no text, or
    /// editors may not write it.</summary>
    public EditableFile? Open(string path) =>
        Place(path) is { } place && ContentPaths.IsText(place.Path) && TermText.Read(path, place.Read()) is { } bytes && SourceText.Read(bytes) is { } text ? new(path, text, FileRevision.Of(bytes)) : null;

    /// <summary>Paths of all text files that editors may open, in ordinal order.</summary>
    public IReadOnlyList<string> Texts() => [.. live.Look().Select(f => f.Path).Where(ContentPaths.IsText)];

    /// <summary>Takes away what a process that died left half written beside its targets. With the editing lock held.</summary>
    internal void Clean()
    {
        DurableWrite.Clean(folder.Path);
        Journal.Clean();
    }

    /// <summary>Where the file lies that holds what a path names; null where editors may not write it.</summary>
    internal ContentPlace? Place(string path) => TermText.FileOf(path) is var file && (ContentPaths.IsText(file) || ContentPaths.IsPicture(file)) ? ContentPlace.Find(folder.Path, file) : null;
}
