namespace KnowledgeBase.Content;

/// <summary>Language-neutral links of authors (`/a/id#section`, `/c/0x…`, `/g/id`, `/media/x.svg`) as addresses in one language.
/// The web project's Urls builds its article, code and guide addresses here, so each shape is written once.</summary>
public static class ContentLinks
{
    public static string Article(Locale locale, string slugOrId, string? anchor = null) =>
        $"/{locale.Tag}/articles/{Uri.EscapeDataString(slugOrId)}{Fragment(anchor)}";

    /// <summary>The permanent link that authors write.</summary>
    public static string Permanent(string id, string? anchor = null) => $"/a/{id}{Fragment(anchor)}";

    /// <summary>An article's address without its language, as redirects have it.</summary>
    public static string Neutral(string slug, string? anchor = null) => $"/articles/{slug}{Fragment(anchor)}";

    public static string Code(Locale locale, ErrorCode code, string? anchor = null) => $"/{locale.Tag}/codes/{code.Hex}{Fragment(anchor)}";

    public static string Guide(Locale locale, string id) => $"/{locale.Tag}/guides/{Uri.EscapeDataString(id)}";

    public static string Glossary(Locale locale, string? term = null) => $"/{locale.Tag}/glossary{Fragment(term)}";

    public static string GuideMap(Locale locale, string id) => $"{Guide(locale, id)}/map";

    public static string Category(Locale locale, string id) => $"/{locale.Tag}/categories/{Uri.EscapeDataString(id)}";

    /// <param name="path">Relative to the content folder.</param>
    public static string Media(string path) => $"/{path}";

    /// <summary>Addresses without a language that lead to an article or tell it to programs.</summary>
    public static IReadOnlyList<string> Doors(ArticleId id) => [$"/a/{id.Value}", $"/api/articles/{id.Value}"];

    public static IReadOnlyList<string> Doors(ErrorCode code) => [$"/c/{code.Hex}", $"/go/{code.Hex}", $"/api/codes/{code.Hex}"];

    public static IReadOnlyList<string> Doors(Guide guide) => [$"/g/{guide.Id}", $"/api/guides/{guide.Id}"];

    /// <summary>The address of a language-neutral link; any other link (external, `#anchor`, `/media/…`) comes back as it is.
    /// `/a/id` becomes the article's address (a permanent name there redirects to the slug).</summary>
    public static string Resolve(Locale locale, string link)
    {
        var hash = link.IndexOf('#', StringComparison.Ordinal);
        var (path, anchor) = hash < 0 ? (link, null) : (link[..hash], link[(hash + 1)..]);
        if (path.StartsWith("/a/", StringComparison.Ordinal)) return Article(locale, path[3..], anchor);
        if (path.StartsWith("/c/", StringComparison.Ordinal) && ErrorCode.TryParse(path[3..], out var code)) return Code(locale, code, anchor);
        if (path.StartsWith("/g/", StringComparison.Ordinal))
        {
            var query = path.IndexOf('?', StringComparison.Ordinal);
            return query < 0 ? Guide(locale, path[3..]) : Guide(locale, path[3..query]) + path[query..];
        }
        return path == "/glossary" ? Glossary(locale, anchor) : link;
    }

    private static string Fragment(string? anchor) => anchor is null ? "" : "#" + anchor;
}
