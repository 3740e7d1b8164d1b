using System.Buffers;
using System.Collections.Frozen;

namespace KnowledgeBase.Content;

/// <summary>Finds HTML that an author believed to work. Other words in angle brackets, such as `&lt;product key&gt;`, are text.</summary>
internal static class HtmlInText
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Tags = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "a", "b", "i", "u", "s", "p", "br", "hr", "em", "strong", "span", "div", "img", "table", "tr", "td", "th", "ul", "ol", "li", "h1", "h2", "h3",
        "details", "summary", "kbd", "sub", "sup", "code", "pre", "script", "style", "iframe", "svg", "form", "input", "button", "video", "center", "font")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>The start of the first tag or comment, or null.</summary>
    public static string? Find(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('<'); at >= 0;)
        {
            var rest = text[(at + 1)..];
            if (rest.StartsWith("!--")) return "<!--";
            if (rest.StartsWith("/")) rest = rest[1..];
            var length = rest.IndexOfAnyExcept(NameCharacters);
            var name = length < 0 ? rest : rest[..length];
            if (Tags.Contains(name)) return $"<{name}";
            var next = text[(at + 1)..].IndexOf('<');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return null;
    }
}
