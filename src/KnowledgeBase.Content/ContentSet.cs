namespace KnowledgeBase.Content;

/// <summary>Everything the author wrote that could be read, in one immutable value. A broken file is absent here and present in
/// <see cref="Diagnostics"/>.</summary>
public sealed record ContentSet
{
    public SiteText Site { get; init; } = new();

    /// <summary>Both languages of every article, ordered by path (ordinal).</summary>
    public IReadOnlyList<Article> Articles { get; init; } = [];
    public IReadOnlyList<CodeEntry> Codes { get; init; } = [];
    public CodeRegistry Registry { get; init; } = CodeRegistry.Empty;
    public IReadOnlyList<Guide> Guides { get; init; } = [];
    public IReadOnlyList<GuideTest> GuideTests { get; init; } = [];

    /// <summary>Ready replies of the support desk, by file name. No reading page shows them.</summary>
    public IReadOnlyList<ReplyTemplate> Replies { get; init; } = [];
    public IReadOnlyList<Term> Glossary { get; init; } = [];
    public IReadOnlyList<Category> Categories { get; init; } = [];
    public Redirects Redirects { get; init; } = Redirects.None;

    /// <summary>Paths of media files relative to the content folder (`media/keys.svg`).</summary>
    public IReadOnlySet<string> Media { get; init; } = new HashSet<string>();

    /// <summary>Parsed article files, for the next reading; null in a set that was made by hand.</summary>
    internal ArticleShelf? Shelf { get; init; }

    /// <summary>What parsing found. Checking (<see cref="Checking.ContentChecker"/>) adds what the rules find.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
