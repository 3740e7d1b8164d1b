namespace KnowledgeBase.Web.Editing;

/// <summary>A file that an editor is asked to open.</summary>
/// <param name="Path">Relative to the content folder; the file may be there or not.</param>
public sealed record EditedFile(string Path)
{
    /// <summary>What stands in the editor at first where there is no such file.</summary>
    public string Initial { get; init; } = "";

    /// <summary>`ja` or `en`, from the name of the file; null for a file of both languages.</summary>
    public string? Language => LanguageOf(Path);

    public bool IsMarkdown => Path.EndsWith(".md", StringComparison.Ordinal);

    public bool IsArticle => IsMarkdown && Path.StartsWith("articles/", StringComparison.Ordinal);

    /// <summary>See <see cref="Language"/>.</summary>
    public static string? LanguageOf(string path) => path.Split('.') is [.., var tag, "md"] ? KnowledgeBase.Content.Locale.Find(tag)?.Tag : null;
}
