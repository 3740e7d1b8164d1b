using System.Text.RegularExpressions;
using KnowledgeBase.Content.Markdown;

namespace KnowledgeBase.Content.Importing;

/// <summary>A heading of a page to import.</summary>
/// <param name="Was">The anchor that the tool gave it.</param>
/// <param name="Id">The id that it gets here.</param>
internal sealed partial record ImportHeading(int Level, string Text, string Was, string Id)
{
    /// <summary>The headings of a text, code left out. Where the other language's page has the same structure, its ids are taken, so
    /// that anchors hold in both.</summary>
    public static IReadOnlyList<ImportHeading> Read(string body, IReadOnlyList<ImportHeading>? twin = null)
    {
        var found = new List<ImportHeading>();
        var (taken, anchors) = (new HashSet<string>(), new HashSet<string>());
        var fence = new CodeFence();
        foreach (var line in body.AsSpan().EnumerateLines())
        {
            if (fence.Covers(line) || Line.Match(line.ToString()) is not { Success: true } match) continue;
            var (text, id) = (match.Groups["text"].Value.Trim(), match.Groups["id"].Value);
            var was = id.Length > 0 ? id : ImportNames.Anchor(Marks.Replace(text, ""));
            for (var (i, first) = (1, was); !anchors.Add(was); i++) was = $"{first}-{i}";
            found.Add(new(match.Groups["marks"].Length, text, was, ImportNames.Free(id.Length > 0 ? id : text, "section", taken)));
        }

        return twin is not null && twin.Select(t => t.Level).SequenceEqual(found.Select(f => f.Level)) ? [.. found.Zip(twin, (f, t) => f with { Id = t.Id })] : found;
    }

    /// <summary>The heading on a line, or no match.</summary>
    public static Match At(string line) => Line.Match(line);

    [GeneratedRegex(@"^(?<marks>#{1,6})[ \t]+(?<text>[^\n]*?)(?:[ \t]*\{[ \t]*:?[ \t]*#(?<id>[^\s{}]+)[^{}]*\})?[ \t]*#*[ \t]*$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Line { get; }

    [GeneratedRegex(@"[`*]|\]\([^)]*\)|\[|\{\{[^}]*\}\}|<[^<>]*>", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Marks { get; }
}
