namespace KnowledgeBase.Content.Markdown;

/// <summary>Counts of the characters that make the Markdown parser slow.</summary>
internal readonly record struct MarkdownMarks(int Lines, int Nesting, int Brackets, int Emphasis, int Pipes, int Angles, int Backticks)
{
    public static MarkdownMarks operator +(MarkdownMarks a, MarkdownMarks b) =>
        new(a.Lines + b.Lines, a.Nesting + b.Nesting, a.Brackets + b.Brackets, a.Emphasis + b.Emphasis, a.Pipes + b.Pipes, a.Angles + b.Angles, a.Backticks + b.Backticks);

    /// <param name="nesting">Quotes and lists that the line opens or goes on with.</param>
    public static MarkdownMarks Count(ReadOnlySpan<char> line, int nesting) =>
        new(1, nesting, line.Count('['), line.Count('*') + line.Count('_'), line.Count('|'), line.Count('<'), line.Count('`'));

    public string? LineExcess() =>
        Nesting > ArticleMarkdown.MaximumDepth ? $"The line opens more than {ArticleMarkdown.MaximumDepth} quotes and lists."
        : Pipes > 200 ? "The line has more than 200 pipes."
        : null;

    public string? BlockExcess() => Excess("block", new(1_000, 10_000, 1_000, 1_000, 10_000, 2_000, 5_000));

    public string? ArticleExcess() => Excess("article", new(10_000, 20_000, 6_000, 8_000, 20_000, 20_000, 30_000));

    private string? Excess(string where, MarkdownMarks most) =>
        Lines > most.Lines ? $"One {where} has more than {most.Lines:N0} lines."
        : Nesting > most.Nesting ? $"One {where} has more than {most.Nesting:N0} marks of quotes and lists."
        : Brackets > most.Brackets ? $"One {where} has more than {most.Brackets:N0} opening brackets."
        : Emphasis > most.Emphasis ? $"One {where} has more than {most.Emphasis:N0} emphasis marks."
        : Pipes > most.Pipes ? $"One {where} has more than {most.Pipes:N0} pipes."
        : Angles > most.Angles ? $"One {where} has more than {most.Angles:N0} angle brackets."
        : Backticks > most.Backticks ? $"One {where} has more than {most.Backticks:N0} backticks."
        : null;
}
