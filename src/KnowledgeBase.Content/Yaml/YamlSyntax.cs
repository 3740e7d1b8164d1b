namespace KnowledgeBase.Content.Yaml;

/// <summary>What a parser complains about, in words that help an editor: most mistakes are a tab, a colon or an open quote.</summary>
internal static class YamlSyntax
{
    public static YamlFault Explain(string text, int line, int column, string complaint)
    {
        var lines = text.Split('\n');
        line = Math.Clamp(line, 1, lines.Length);
        for (var at = Math.Min(line + 1, lines.Length); at >= Math.Max(1, line - 1); at--)
        {
            var written = lines[at - 1].TrimEnd('\r');
            var content = written.TrimStart(' ');
            if (content.StartsWith('\t'))
                return new(DiagnosticRule.YamlSyntax, at, written.Length - content.Length + 1, "The line is indented with a tab.", "Indent with spaces.");
            if (content.Contains('\t') && Said("tab"))
                return new(DiagnosticRule.YamlSyntax, at, written.IndexOf('\t') + 1, "A tab stands where YAML wants spaces.", "Use spaces.");
            if (SecondColon(written) is > 0 and var colon && at <= line && Said("mapping"))
                return new(DiagnosticRule.YamlSyntax, at, colon, $"`{Shorten(content)}` has a second colon with a space after it.", "Put the text after the first colon in quotes.");
        }
        if (Said("quoted scalar")) return new(DiagnosticRule.YamlSyntax, line, column, "A quoted text begins here and is not closed, or holds an escape that does not exist.", "Close the quote; write a backslash in double quotes as two.");
        if (Said("flow sequence") || Said("flow mapping"))
            return new(DiagnosticRule.YamlSyntax, line, column, "A bracket is not closed, or a comma is missing between two entries.", "Close every `[` with `]` and every `{` with `}`, and put commas between entries.");
        return new(DiagnosticRule.YamlSyntax, line, column, $"This is not YAML: {complaint.TrimEnd('.')}.", "Look at the indentation and at the line before; put text with special characters in quotes.");

        bool Said(string words) => complaint.Contains(words, StringComparison.OrdinalIgnoreCase);
    }

    private static int SecondColon(string line)
    {
        var first = line.IndexOf(": ", StringComparison.Ordinal);
        return first < 0 ? -1 : line.IndexOf(": ", first + 2, StringComparison.Ordinal) + 1;
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
