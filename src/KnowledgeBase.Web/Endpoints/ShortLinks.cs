using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Web.Hosting;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>Addresses without a language: `/`, `/a/{id}`, `/c/{any form}`, `/g/{id}` go to the reader's language; `/go/{any form}`
/// is the door for other programs, which may name language, licence and operating system.</summary>
public static class ShortLinks
{
    public static void MapShortLinks(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/", ["GET", "HEAD"], (HttpContext context) => Go(context, Urls.Home(ReaderLocale.Of(context)))).ExcludeFromDescription();
        app.MapGet("/a/{id}", (HttpContext context, CurrentSite current, string id) =>
            Go(context, current.Snapshot.ArticleForReader(ReaderLocale.Of(context), id) is { } article
                ? Urls.WithVariant(Urls.Article(ReaderLocale.Of(context), article.Slug), AppliesTo.KnownOs.FirstOrDefault(o => o == context.Request.Query[Urls.VariantKey]))
                : Moved(context, current.Snapshot, Urls.Article(ReaderLocale.Of(context), id)))).ExcludeFromDescription();
        app.MapGet("/c/{**form}", (HttpContext context, string? form) =>
            Go(context, ErrorCode.TryParse(form, out var code) ? Urls.Code(ReaderLocale.Of(context), code) : null)).ExcludeFromDescription();
        app.MapGet("/go/{**form}", (HttpContext context, CurrentSite current, string? form, string? lang = null, string? licence = null, string? os = null) =>
            Go(context, ErrorCode.TryParse(form, out var code) ? CodeDoor.Open(current.Snapshot, OfTag(lang) ?? ReaderLocale.Of(context), code, licence, os) : null)).ExcludeFromDescription();
        app.MapGet("/g/{id}", (HttpContext context, CurrentSite current, string id) =>
            Go(context, current.Snapshot.Guide(id) is { } guide ? Urls.GuideWith(ReaderLocale.Of(context), guide.Id, Answers(context))
                : Moved(context, current.Snapshot, Urls.Guide(ReaderLocale.Of(context), id)))).ExcludeFromDescription();
    }

    // What was renamed or merged keeps its short link: a redirect of its page is one of its names too.
    private static string? Moved(HttpContext context, SiteSnapshot site, string page) =>
        site.Content.Redirects.Resolve(Urls.Neutral(page)) is { } target ? Urls.Moved(ReaderLocale.Of(context), target) : null;

    // Ticket systems write `ja`, `ja-JP`, `en_US` or `Japanese`.
    private static Locale? OfTag(string? tag) => tag is { Length: >= 2 } ? Locale.Find(tag[..2]) : null;

    private static IEnumerable<KeyValuePair<string, string>> Answers(HttpContext context) =>
        context.Request.Query.Select(q => KeyValuePair.Create(q.Key, q.Value.LastOrDefault() ?? ""));

    private static IResult Go(HttpContext context, string? address)
    {
        context.Response.Headers.Vary = "Accept-Language, Cookie";
        context.Response.Headers.CacheControl = "private, max-age=0";
        return address is null ? TypedResults.NotFound() : TypedResults.Redirect(address);
    }
}
