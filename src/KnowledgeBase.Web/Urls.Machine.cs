using KnowledgeBase.Content;
using KnowledgeBase.Site;

namespace KnowledgeBase.Web;

/// <summary>Addresses that other programs keep: doors, comparisons, feeds of changes.</summary>
public static partial class Urls
{
    /// <summary>Name of the parameter that opens the variants of one operating system.</summary>
    public const string VariantKey = "os";

    /// <summary>The door to a code that macros and bookmarks keep; further parameters choose language, licence and variant.</summary>
    public static string Door(ErrorCode code) => $"/go/{code.Hex}";

    /// <summary>The form that asks for two codes.</summary>
    public static string Compare(Locale locale) => $"/{locale.Tag}/codes/compare";

    /// <summary>Two codes side by side.</summary>
    public static string Compare(Locale locale, ErrorCode a, ErrorCode b) => Compare(locale) + Query([KeyValuePair.Create("a", a.Hex), KeyValuePair.Create("b", b.Hex)]);

    public static string Changes(Locale locale, ChangeFilter? filter = null) => $"/{locale.Tag}/changes{Filter(filter)}";

    public static string Feed(Locale locale, ChangeFilter? filter) => Feed(locale) + Filter(filter);

    public static string Change(SiteChange change, Locale locale) => change.Code is { } code ? Code(locale, code.Code) : Article(change.Article!);

    /// <summary>Where the API tells an article whose page was moved; null where no redirect of `id` leads to an article.</summary>
    public static string? MovedArticle(SiteSnapshot site, Locale locale, string id) =>
        site.Content.Redirects.Resolve(Neutral(Article(locale, id)))?.Split('#')[0].Split('/') is ["", "articles", var slug]
            && (site.ArticleBySlug(locale, slug) ?? site.ArticleBySlug(locale.Other, slug)) is { } article
            ? $"/api/articles/{article.Id.Value}" : null;

    /// <summary>An address of a page with the variants of an operating system open.</summary>
    public static string WithVariant(string address, string? os)
    {
        if (os is null) return address;
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var (page, anchor) = hash < 0 ? (address, "") : (address[..hash], address[hash..]);
        return $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{VariantKey}={Uri.EscapeDataString(os)}{anchor}";
    }

    private static string Filter(ChangeFilter? filter) => Query(new (string Name, string? Value)[]
    {
        ("code", filter?.Code?.Hex), ("os", filter?.Os), ("licence", filter?.Licence), ("category", filter?.Category),
    }.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value!)));
}
