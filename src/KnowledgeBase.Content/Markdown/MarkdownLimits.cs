namespace KnowledgeBase.Content.Markdown;

/// <summary>A linear look at a text before the Markdown parser, which takes quadratic time on brackets, emphasis, pipes and long
/// blocks, and offers no way to stop it. Real articles stay far below every limit.</summary>
internal ref struct MarkdownLimits
{
    private const int MostLines = 10_000;
    private const int MostHeadings = 1_000;
    private const int DeepestIndent = 2 * ArticleMarkdown.MaximumDepth;

    private int _line;
    private int _headings;
    private MarkdownMarks _block;
    private MarkdownMarks _article;
    private CodeFence _fence;

    /// <summary>The first excess, or null.</summary>
    public static MarkdownExcess? Find(string text)
    {
        if (text.Length > TextFile.DefaultLimit) return new(0, "The text is too long.");
        var limits = new MarkdownLimits();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (limits.Read(line) is { } message) return new(limits._line, message);
            limits._line++;
        }
        return null;
    }

    private string? Read(ReadOnlySpan<char> line)
    {
        if (_line >= MostLines) return $"The article has more than {MostLines:N0} lines.";
        if (_fence.Covers(line)) return null;
        var content = line.TrimStart();
        if (content.IsEmpty)
        {
            _block = default;
            return null;
        }
        if (content[0] == '#' && ++_headings > MostHeadings) return $"The article has more than {MostHeadings:N0} headings.";
        var marks = MarkdownMarks.Count(line, Nesting(line));
        return marks.LineExcess() ?? (_block += marks).BlockExcess() ?? (_article += marks).ArticleExcess();
    }

    // Quote and list marks at the start of a line, and indentation that only such marks can need.
    private static int Nesting(ReadOnlySpan<char> line)
    {
        var depth = 0;
        var indent = 0;
        for (var at = 0; at < line.Length && depth <= ArticleMarkdown.MaximumDepth; at++)
        {
            var next = at + 1 < line.Length ? line[at + 1] : ' ';
            if (line[at] is ' ' or '\t') indent++;
            else if (line[at] == '>' || (line[at] is '-' or '*' or '+' or '.' or ')' && next is ' ' or '\t')) depth++;
            else if (!char.IsAsciiDigit(line[at])) break;
            if (indent > DeepestIndent && depth > 0) return DeepestIndent;
        }
        return depth;
    }
}
