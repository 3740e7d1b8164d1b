using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Web.Desk;

/// <summary>Puts something in front of the ids of sanitised HTML, and of what refers to them, so that two texts may stand on one page.</summary>
public static partial class OwnIds
{
    [return: NotNullIfNotNull(nameof(html))]
    public static string? Under(string prefix, string? html) => html is null ? null
        // Only inside tags: a text may show such words too.
        : Tags.Replace(html, t => References.Replace(t.Value, m => m.Value + prefix));

    [GeneratedRegex("<[a-zA-Z][^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tags { get; }

    [GeneratedRegex(" (?:(?:id|aria-labelledby|aria-describedby|aria-controls|for)=\"|href=\"#)", RegexOptions.CultureInvariant)]
    private static partial Regex References { get; }
}
