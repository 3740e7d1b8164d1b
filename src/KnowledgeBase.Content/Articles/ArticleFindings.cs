namespace KnowledgeBase.Content;

/// <summary>Collects the mistakes of one article, at lines of its Markdown.</summary>
internal sealed class ArticleFindings(ArticlePath path, ArticleText text, ICollection<Diagnostic> diagnostics)
{
    // A page full of the same mistake needs no ten thousand messages.
    private const int MostPerArticle = 200;

    private int _count;

    public ArticlePath Path { get; } = path;

    public int FileLine(int line) => text.FileLine(line);

    /// <param name="line">0-based line of the parsed Markdown.</param>
    /// <param name="column">0-based.</param>
    public void Add(DiagnosticRule rule, int line, string message, string mend, int column = 0)
    {
        if (_count++ < MostPerArticle) diagnostics.Add(new(rule, Path.Path, FileLine(line), column + 1, message, mend));
    }

    /// <summary>Text of an author, short enough for a message.</summary>
    public static string Cut(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : line[..60] + "…";
    }
}
