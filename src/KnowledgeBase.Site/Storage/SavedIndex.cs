using KnowledgeBase.Content;
using KnowledgeBase.Search;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Site.Storage;

/// <summary>The search index of the last start, kept in the data folder. Only a cache: without it the start takes longer.</summary>
/// <param name="folder">The data folder; made when first written to.</param>
public sealed partial class SavedIndex(string folder, ILogger<SavedIndex> log)
{
    // A smaller index is packed sooner than read.
    private const int SmallestSaved = 2000;

    private Task<OpenedIndex?>? _opening;

    public string Path { get; } = System.IO.Path.Combine(folder, "search.index");

    /// <summary>Begins to unpack the saved index.</summary>
    public void Begin() => _opening = Task.Run(() => IndexFile.Open(Path));

    /// <summary>The saved index where it is of this revision of the content; else a new one, which is saved.</summary>
    public SearchIndex Of(ContentSet content, string revision)
    {
        var opened = _opening is { } opening ? opening.GetAwaiter().GetResult() : IndexFile.Open(Path);
        _opening = null;
        if (opened?.Key == revision && opened.With(SearchDocument.From(content), content.Glossary, content.Registry) is { } saved) return saved;
        var index = SearchIndexBuilder.Build(content);
        if (index.Parts >= SmallestSaved) Save(index, revision);
        return index;
    }

    private void Save(SearchIndex index, string revision)
    {
        try
        {
            Directory.CreateDirectory(folder);
            IndexFile.Save(index, Path, revision);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            NotSaved(log, Path, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index could not be saved to {Path} ({Reason}); the next start packs it anew. See KnowledgeBase:DataPath")]
    private static partial void NotSaved(ILogger logger, string path, string reason);
}
