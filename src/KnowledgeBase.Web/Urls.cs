using KnowledgeBase.Content;
using KnowledgeBase.Search;
using KnowledgeBase.Site;
using KnowledgeBase.Web.Components.Parts;

namespace KnowledgeBase.Web;

/// <summary>Builds every address of the site: paths, relative to the host.</summary>
public static partial class Urls
{
    public static string Home(Locale locale) => $"/{locale.Tag}";

    public static string Article(Article article, string? anchor = null) => ContentLinks.Article(article.Locale, article.Slug, anchor);

    public static string Article(Locale locale, string slug, string? anchor = null) => ContentLinks.Article(locale, slug, anchor);

    public static string Category(Locale locale, string id) => ContentLinks.Category(locale, id);

    public static string Codes(Locale locale) => $"/{locale.Tag}/codes";

    public static string Code(Locale locale, ErrorCode code, string? anchor = null) => ContentLinks.Code(locale, code, anchor);

    public static string Glossary(Locale locale, string? term = null) => ContentLinks.Glossary(locale, term);

    public static string Guide(Locale locale, string id) => ContentLinks.Guide(locale, id);

    public static string GuideMap(Locale locale, string id) => ContentLinks.GuideMap(locale, id);

    /// <summary>The whole tree with the way that led here.</summary>
    public static string GuideMap(Locale locale, GuidePosition position) => GuideMap(locale, position.Guide.Id) + Query(position.Answers.Items);

    /// <summary>Where a pasted text is sent to be read as answers.</summary>
    public static string GuidePaste(Locale locale, string id) => $"{Guide(locale, id)}/pasted";

    /// <summary>The canonical address of a position: the node, then every valid answer in the guide's order, then the version.</summary>
    public static string GuidePosition(Locale locale, GuidePosition position) =>
        $"{Guide(locale, position.Guide.Id)}/{position.Node.Id}{Query(Shared(position))}";

    /// <summary>An address that gives answers; the site moves on to the first open question.</summary>
    public static string GuideWith(Locale locale, string id, IEnumerable<KeyValuePair<string, string>> answers) => Guide(locale, id) + Query(answers);

    /// <summary>Where any pasted text is sent to be read.</summary>
    public static string Pastes(Locale locale) => $"/{locale.Tag}/pastes";

    /// <summary>What was read of a pasted text; of an empty reading, the page says that nothing was found.</summary>
    public static string Pasted(Locale locale, PastedReading reading) => $"/{locale.Tag}/pasted" + (reading.IsEmpty ? "?none" : Query(reading.Query));

    public static string SearchForm(Locale locale) => $"/{locale.Tag}/search";

    /// <summary>For browsers that search here by keyword, with the place that they fill in.</summary>
    public static string SearchTemplate(Locale locale) => SearchForm(locale) + "?q={searchTerms}&go=1";

    /// <param name="filters">Names and values of filters; null for one that is off.</param>
    public static string Search(Locale locale, string query, params ReadOnlySpan<(string Name, string? Value)> filters) =>
        SearchForm(locale) + Query(filters.ToArray().Prepend(("q", query))
            .Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => KeyValuePair.Create(p.Item1, p.Item2!)));

    /// <summary>Where forms that ask for an article are sent.</summary>
    public static string ArticleRequests(Locale locale) => $"/{locale.Tag}/requests";

    /// <summary>Where forms that say whether a page helped are sent.</summary>
    public static string Votes(Locale locale) => $"/{locale.Tag}/votes";

    public static string Feed(Locale locale) => $"/{locale.Tag}/feed.xml";

    public static string ShortArticle(ArticleId id, string? anchor = null) => $"/a/{id.Value}{(anchor is null ? "" : "#" + anchor)}";

    public static string ShortCode(ErrorCode code) => $"/c/{code.Hex}";

    public static string ShortGuide(string id, IEnumerable<KeyValuePair<string, string>> answers) => $"/g/{Uri.EscapeDataString(id)}{Query(answers)}";

    /// <summary>A position in the language of whoever opens it.</summary>
    public static string ShortPosition(GuidePosition position) => ShortGuide(position.Guide.Id, Shared(position));

    /// <summary>The address of a hit; an article's permanent name is turned into its slug.</summary>
    public static string Hit(SiteSnapshot site, SearchHit hit) => Target(site, hit.Locale, hit.Kind, hit.Id, hit.Anchor);

    public static string Suggestion(SiteSnapshot site, Locale locale, Suggestion suggestion) =>
        Target(site, locale, suggestion.Kind, suggestion.Id, suggestion.Anchor);

    /// <summary>The same page, query and all, in another language; the home page for an address without a language.</summary>
    public static string InLanguage(Locale locale, string pathAndQuery) =>
        pathAndQuery.Length >= 3 && Locale.Find(pathAndQuery[1..3]) is not null && (pathAndQuery.Length == 3 || pathAndQuery[3] is '/' or '?')
            ? $"/{locale.Tag}{pathAndQuery[3..]}"
            : Home(locale);

    /// <summary>The path without its language, as redirects name it.</summary>
    public static string Neutral(string path) => path[3..];

    /// <summary>The address behind a link that an author wrote, or null where it is none or has a scheme that pages must not carry.</summary>
    public static string? Authored(Locale locale, string? link)
    {
        if (string.IsNullOrEmpty(link)) return null;
        var address = ContentLinks.Resolve(locale, link);
        var isLocal = address[0] == '#' || (address[0] == '/' && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\'));
        return isLocal || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http") ? address : null;
    }

    /// <summary>An article by its permanent name, as outcomes and glossary entries name it: `id` or `id#section`.</summary>
    public static string Article(SiteSnapshot site, Locale locale, string reference)
    {
        if (reference.StartsWith('/')) return ContentLinks.Resolve(locale, reference);
        var parts = reference.Split('#', 2);
        return Article(locale, site.ArticleForReader(locale, parts[0])?.Slug ?? parts[0], parts.Length > 1 ? parts[1] : null);
    }

    /// <summary>A target of `redirects.yaml`, which names addresses without their language.</summary>
    public static string Moved(Locale locale, string target) => $"/{locale.Tag}{target}";

    /// <param name="relative">As the asset table names it.</param>
    public static string Asset(string relative) => Root + relative;

    public const string Root = "/";

    public const string OpenSearch = "/opensearch.xml";

    public const string SuggestApi = "/api/suggest";

    private static string Target(SiteSnapshot site, Locale locale, HitKind kind, string id, string? anchor) => kind switch
    {
        HitKind.Code when ErrorCode.TryParse(id, out var code) => Code(locale, code, anchor),
        HitKind.Article => Article(locale, site.ArticleForReader(locale, id)?.Slug ?? id, anchor),
        HitKind.Guide => Guide(locale, id),
        _ => Glossary(locale, id),
    };

    private static IEnumerable<KeyValuePair<string, string>> Shared(GuidePosition position) =>
        position.Answers.Items.Append(KeyValuePair.Create(GuideQuery.VersionKey, position.Guide.Version));

    private static string Query(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var query = string.Join('&', pairs.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));
        return query.Length == 0 ? "" : "?" + query;
    }
}
