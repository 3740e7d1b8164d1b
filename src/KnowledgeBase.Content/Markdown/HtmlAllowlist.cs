using System.Buffers;
using System.Collections.Frozen;

namespace KnowledgeBase.Content.Markdown;

/// <summary>Everything that an article's HTML may consist of. What is not named here does not reach a reader.</summary>
internal static class HtmlAllowlist
{
    /// <summary>Elements and their own attributes; `id`, `class` and `lang` may stand on any.</summary>
    public static readonly FrozenDictionary<string, FrozenSet<string>> Elements = new Dictionary<string, string[]>
    {
        ["a"] = ["href", "title", "rel", "aria-label"],
        ["blockquote"] = [],
        ["br"] = [],
        ["code"] = [],
        ["div"] = ["role", "tabindex"],
        ["em"] = [],
        ["h1"] = [],
        ["h2"] = [],
        ["h3"] = [],
        ["h4"] = [],
        ["h5"] = [],
        ["h6"] = [],
        ["hr"] = [],
        ["img"] = ["src", "alt", "title", "loading"],
        ["li"] = [],
        ["ol"] = ["start"],
        ["p"] = [],
        ["pre"] = ["tabindex"],
        ["section"] = ["data-os", "data-licence", "data-edition"],
        ["span"] = ["aria-hidden"],
        ["strong"] = [],
        ["table"] = [],
        ["tbody"] = [],
        ["td"] = [],
        ["th"] = ["scope"],
        ["thead"] = [],
        ["tr"] = [],
        ["ul"] = [],
    }.ToFrozenDictionary(e => e.Key, e => e.Value.Concat(["id", "class", "lang"]).ToFrozenSet());

    public static readonly FrozenSet<string> VoidElements = FrozenSet.Create("br", "hr", "img");

    private static readonly FrozenSet<string> Classes = FrozenSet.Create(
        "steps", "step", "step-number", "step-body", "badges", "badge", "badge-admin", "badge-irreversible", "badge-data-loss", "badge-time",
        "permalink", "code-link", "variants", "variant", "variant-title", "callout", "callout-title", "callout-note", "callout-tip",
        "callout-important", "callout-warning", "callout-caution", "checklist", "faq-item", "answer", "prompt", "table-scroll",
        "align-center", "align-right");

    private static readonly SearchValues<char> LanguageCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789+#-");

    /// <summary>Whether the value may stand in that attribute; the attribute itself is known to be allowed.</summary>
    public static bool Allows(string attribute, string value) => attribute switch
    {
        "href" => IsAddress(value),
        "src" => value.StartsWith("/media/", StringComparison.Ordinal) && IsAddress(value),
        "class" => value.Split(' ').All(IsClass),
        "id" => IsId(value),
        "rel" => value == "noopener external",
        "role" => value == "note",
        "tabindex" => value == "0",
        "scope" => value == "col",
        "loading" => value == "lazy",
        "aria-hidden" => value == "true",
        "lang" => Locale.Find(value) is not null,
        "start" => value.Length is > 0 and <= 9 && value.All(char.IsAsciiDigit),
        "data-os" or "data-licence" or "data-edition" => value.Split(' ').All(IsId),
        "title" or "alt" or "aria-label" => true,
        _ => false,
    };

    private static bool IsClass(string name) => Classes.Contains(name)
        || (name.StartsWith("language-", StringComparison.Ordinal) && name.Length is > 9 and <= 29
            && !name.AsSpan(9).ContainsAnyExcept(LanguageCharacters));

    private static bool IsId(string id) => id.Length is > 0 and <= 120 && char.IsAsciiLetterOrDigit(id[0])
        && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    // Relative to the site's root or page, or one of four schemes; never one that a browser would read otherwise than we do.
    private static bool IsAddress(string address)
    {
        if (address.Length == 0 || address.AsSpan().ContainsAnyInRange('\0', ' ') || address.Contains('\\', StringComparison.Ordinal)) return false;
        if (address[0] == '#') return true;
        if (address[0] == '/') return address.Length == 1 || address[1] != '/';
        return address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("tel:", StringComparison.OrdinalIgnoreCase);
    }
}
