using KnowledgeBase.Content;
using KnowledgeBase.Site;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>Other spellings of an address move to the one that stays: a code in another form, an article's permanent name, a
/// renamed page.</summary>
public static class CanonicalAddresses
{
    public static IApplicationBuilder UseCanonicalAddresses(this IApplicationBuilder app)
    {
        var current = app.ApplicationServices.GetRequiredService<CurrentSite>();
        return app.Use((context, next) =>
        {
            if (!HttpMethods.IsGet(context.Request.Method) || Better(current.Snapshot, context.Request.Path.Value ?? "") is not { } better) return next(context);
            context.Response.Redirect(better + (better.Contains('#', StringComparison.Ordinal) ? "" : context.Request.QueryString), permanent: true);
            return Task.CompletedTask;
        });
    }

    /// <summary>The address to move to, or null when this one is right or unknown.</summary>
    private static string? Better(SiteSnapshot site, string path)
    {
        if (path.Split('/', 4) is not ["", var tag, var kind, var rest] || Locale.Find(tag) is not { } locale || locale.Tag != tag || rest.Length == 0) return null;
        if (kind == "codes" && ErrorCode.TryParse(rest, out var code))
        {
            if (rest != code.Hex) return Urls.Code(locale, code);
            if (site.Code(code) is not null) return null;
        }

        if (kind == "articles")
        {
            if (site.ArticleBySlug(locale, rest) is not null || site.ArticleBySlug(locale.Other, rest) is not null) return null;
            if (site.ArticleForReader(locale, rest) is { } article) return Urls.Article(locale, article.Slug);
        }

        return site.Content.Redirects.Resolve(path[(1 + tag.Length)..]) is { } moved ? Urls.Moved(locale, moved) : null;
    }
}
