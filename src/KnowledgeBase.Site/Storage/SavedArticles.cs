using KnowledgeBase.Content;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Site.Storage;

/// <summary>The parsed articles of the last start, kept in the data folder. Only a cache: without it the start takes longer.</summary>
/// <param name="folder">The data folder; made when first written to.</param>
public sealed partial class SavedArticles(string folder, ILogger<SavedArticles> log)
{
    // Fewer are parsed sooner than read.
    private const int FewestSaved = 500;

    private Task<ContentSet?>? _loading;
    private ContentSet? _loaded;

    public string Path { get; } = System.IO.Path.Combine(folder, "articles.parsed");

    /// <summary>Begins to read what is there.</summary>
    public void Begin() => _loading = Task.Run(Read);

    /// <summary>A set to read the content from; null where there is none of this build.</summary>
    public ContentSet? Load()
    {
        _loaded = _loading is { } loading ? loading.GetAwaiter().GetResult() : Read();
        _loading = null;
        return _loaded;
    }

    /// <summary>Writes beside the path first, so that a reader never sees half a file; nothing where the file says all of it already.</summary>
    public void Save(ContentSet content)
    {
        var loaded = _loaded;
        _loaded = null;
        if (content.Articles.Count < FewestSaved || (loaded is not null && ParsedArticles.AreSame(loaded, content))) return;
        try
        {
            Directory.CreateDirectory(folder);
            using (var file = File.Create(Path + ".new")) ParsedArticles.Write(content, file);
            File.Move(Path + ".new", Path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            NotSaved(log, Path, e.Message);
        }
    }

    private ContentSet? Read()
    {
        try
        {
            if (!File.Exists(Path)) return null;
            using var file = File.OpenRead(Path);
            return ParsedArticles.Read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The parsed articles could not be saved to {Path} ({Reason}); the next start parses them anew. See KnowledgeBase:DataPath")]
    private static partial void NotSaved(ILogger logger, string path, string reason);
}
