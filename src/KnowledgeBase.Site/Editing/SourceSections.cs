using System.Text.RegularExpressions;

namespace KnowledgeBase.Site.Editing;

/// <summary>Cuts an article's file at its headings of level 2 to 4 that stand outside of code blocks.</summary>
public static partial class SourceSections
{
    public const string Top = "top";

    /// <param name="text">Line ends are `\n`.</param>
    public static IReadOnlyList<SourceSection> Of(string text)
    {
        var lines = ThreeWayMerge.Lines(text);
        var starts = new List<(int Line, Match? Heading)> { (0, null) };
        char? fence = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan().TrimStart();
            var mark = line.StartsWith("```") ? '`' : line.StartsWith("~~~") ? '~' : (char?)null;
            if (mark is not null) fence = fence is null ? mark : fence == mark ? null : fence;
            else if (fence is null && Heading.Match(lines[i]) is { Success: true } heading) starts.Add((i, heading));
        }
        return [.. starts.Select((s, i) => Section(s.Line, s.Heading, i + 1 < starts.Count ? starts[i + 1].Line : lines.Length, lines))];
    }

    private static SourceSection Section(int line, Match? heading, int end, string[] lines)
    {
        var text = string.Concat(lines[line..end]);
        if (heading is null) return new(Top, "", 0, 1, end, text);
        var words = heading.Groups["words"].Value.Trim();
        return new(heading.Groups["id"] is { Success: true } id ? id.Value : words, words, heading.Groups["marks"].Length, line + 1, end, text);
    }

    [GeneratedRegex(@"^ {0,3}(?<marks>#{2,4})[ \t]+(?<words>[^\n]*?)[ \t]*(?:\{#(?<id>[a-z0-9-]+)\})?[ \t]*\n?$", RegexOptions.CultureInvariant)]
    private static partial Regex Heading { get; }
}
