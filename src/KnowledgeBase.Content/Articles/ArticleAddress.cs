using System.Buffers;
using System.Collections.Frozen;

namespace KnowledgeBase.Content;

/// <summary>A link or image target of an article: understood, or refused with a reason.</summary>
/// <param name="Target">Language-neutral: `/a/id#x`, `/media/x.svg`, `#x`, `https://…`; null where refused.</param>
/// <param name="Refusal">The rule it breaks; null where understood.</param>
internal readonly record struct ArticleAddress(string? Target, DiagnosticRule? Refusal, string Mend)
{
    private static readonly FrozenSet<string> Schemes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "http", "https", "mailto", "tel");
    private static readonly SearchValues<char> NeverInAddress = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c), '\\', '\u007F']);

    public bool IsExternal => Target is not null && IsWeb(Target);

    /// <summary>Whether this is an absolute http or https address.</summary>
    public static bool IsWeb(string address) => (address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0;

    public static ArticleAddress OfLink(string written, ArticlePath from)
    {
        var address = written.Trim();
        if (address.Length == 0) return new(null, DiagnosticRule.LostAddress, "Write where the link leads.");
        if (address.AsSpan().ContainsAny(NeverInAddress) || address.StartsWith("//", StringComparison.Ordinal)) return Forbidden;
        if (address[0] is '#' or '/') return new(address, null, "");
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0 && address.AsSpan(0, colon).IndexOfAny("/?#") < 0) return Schemes.Contains(address[..colon]) ? new(address, null, "") : Forbidden;
        return Relative(address, from);
    }

    public static ArticleAddress OfImage(string written, ArticlePath from)
    {
        var found = OfLink(written, from);
        return found.Target?.StartsWith("/media/", StringComparison.Ordinal) == true || found.Refusal == DiagnosticRule.ForbiddenAddress
            ? found
            : new(null, DiagnosticRule.ForeignImage, "Put the picture into the media folder and refer to it relatively, such as ../../media/keys.svg.");
    }

    private static ArticleAddress Forbidden => new(null, DiagnosticRule.ForbiddenAddress, "Use https, http, mailto, tel or an address of this site.");

    private static ArticleAddress Relative(string address, ArticlePath from)
    {
        var end = address.AsSpan().IndexOfAny("?#");
        var (file, rest) = end < 0 ? (address, "") : (address[..end], address[end..]);
        var path = from.Follow(Uri.UnescapeDataString(file));
        var target = path is null ? null : OfFile(path);
        return target is null
            ? new(null, DiagnosticRule.LostAddress, "Link an article as /a/its-id, a code as /c/0x…, or a file of the content folder relatively.")
            : new(target + rest, null, "");
    }

    private static string? OfFile(string path)
    {
        if (path.StartsWith("media/", StringComparison.Ordinal)) return "/" + path;
        if (ArticlePath.Read(path) is { } article) return "/a/" + article.Slug;
        if (path == "glossary.yaml") return "/glossary";
        var parts = path.Split('/', '.');
        if (parts is ["codes", var code, "yaml"] && ErrorCode.TryParse(code, out var read)) return "/c/" + read.Hex;
        return parts is ["guides", var guide, "yaml"] ? "/g/" + guide : null;
    }
}
