namespace KnowledgeBase.Content;

/// <summary>An article's text cut into front matter and body.</summary>
/// <param name="Yaml">Between the two `---` lines; null where the text starts without one.</param>
/// <param name="Body">The Markdown.</param>
/// <param name="BodyLine">1-based line of the file on which the body starts.</param>
/// <param name="IsOpen">The closing line is missing; then all of the text is front matter.</param>
internal readonly record struct FrontMatterText(string? Yaml, string Body, int BodyLine, bool IsOpen)
{
    /// <param name="text">Line ends are `\n`.</param>
    public static FrontMatterText Split(string text)
    {
        if (!IsFence(Line(text, 0), '-')) return new(null, text, 1, false);
        var start = NextLine(text, 0);
        for (int at = start, line = 2; at < text.Length; at = NextLine(text, at), line++)
        {
            var found = Line(text, at);
            if (IsFence(found, '-') || IsFence(found, '.')) return new(text[start..at], text[NextLine(text, at)..], line + 1, false);
        }
        return new(text[Math.Min(start, text.Length)..], "", 1, true);
    }

    private static ReadOnlySpan<char> Line(string text, int at)
    {
        var rest = text.AsSpan(at);
        var end = rest.IndexOf('\n');
        return end < 0 ? rest : rest[..end];
    }

    private static int NextLine(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end + 1;
    }

    private static bool IsFence(ReadOnlySpan<char> line, char mark) =>
        line.TrimEnd() is { Length: 3 } fence && fence.Count(mark) == 3;
}
