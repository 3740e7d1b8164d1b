using System.Globalization;
using KnowledgeBase.Content;
using KnowledgeBase.Site;
using Microsoft.Net.Http.Headers;

namespace KnowledgeBase.Web.Caching;

/// <summary>Sends pages: plain characters, compressed, with a validator; reading pages are rendered once for each snapshot.</summary>
public static class PageResponses
{
    // A new build may render the same content differently: its identity is part of the validator.
    private static readonly string s_build = typeof(PageResponses).Module.ModuleVersionId.ToString("N")[..8];

    public static IApplicationBuilder UsePageResponses(this IApplicationBuilder app)
    {
        var (site, store) = (app.ApplicationServices.GetRequiredService<CurrentSite>(), app.ApplicationServices.GetRequiredService<PageStore>());
        return app.Use((context, next) => IsPage(context.Request) ? Respond(context, next, site, store) : next(context));
    }

    private static async Task Respond(HttpContext context, RequestDelegate next, CurrentSite site, PageStore store)
    {
        var snapshot = site.Pin();
        var request = context.Request;
        var keeps = !request.QueryString.HasValue;
        var key = $"{request.Scheme}://{request.Host}{request.Path}";
        if (keeps && store.Find(key, snapshot) is { } kept)
        {
            await Send(context, kept, Tag(snapshot));
            return;
        }

        var original = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = original;
        }

        var isHtml = context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
        if (!isHtml || buffer.Length == 0)
        {
            buffer.Position = 0;
            await buffer.CopyToAsync(original, context.RequestAborted);
            return;
        }

        var page = new StoredPage(HtmlText.Plain(HtmlText.WithoutIslandState(buffer.GetBuffer().AsSpan(0, (int)buffer.Length))), LanguageOf(request), snapshot.Info.Generation);
        if (MissingPage.IsMarked(context)) context.Response.StatusCode = StatusCodes.Status404NotFound;
        // The mark of an island carries a token that expires: such a page is made for each reader.
        var isReading = keeps && !HtmlText.HasIsland(page.Html) && context.Response.StatusCode == StatusCodes.Status200OK && !context.Response.Headers.ContainsKey("X-Robots-Tag");
        if (isReading) store.Keep(key, page);
        await Send(context, page, isReading ? Tag(snapshot) : null);
    }

    private static async Task Send(HttpContext context, StoredPage page, string? tag)
    {
        var (request, response) = (context.Request, context.Response);
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = tag is null ? "no-store" : "public, max-age=0, must-revalidate";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers["blazor-enhanced-nav"] = "allow";
        if (page.Language is not null) response.Headers.ContentLanguage = page.Language;
        if (tag is not null)
        {
            response.Headers.ETag = tag;
            if (request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentType = null;
                return;
            }
        }

        var body = Pick(request.Headers.AcceptEncoding.ToString(), page, response.Headers);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static byte[] Pick(string accepted, StoredPage page, IHeaderDictionary headers)
    {
        var wishes = accepted.Split(',', StringSplitOptions.TrimEntries)
            .Where(w => !w.Replace(" ", "", StringComparison.Ordinal).EndsWith(";q=0", StringComparison.Ordinal)).Select(w => w.Split(';')[0].Trim()).ToList();
        foreach (var (name, body) in new (string, Func<byte[]>)[] { ("br", () => page.Brotli), ("gzip", () => page.Gzip) })
        {
            if (!wishes.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            headers.ContentEncoding = name;
            return body();
        }

        return page.Html;
    }

    private static string Tag(SiteSnapshot site) => string.Create(CultureInfo.InvariantCulture, $"W/\"{site.Info.Revision}-{site.Info.Generation}-{s_build}\"");

    private static bool IsPage(HttpRequest request) => HttpMethods.IsGet(request.Method) && LanguageOf(request) is not null;

    private static string? LanguageOf(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        return path.Length >= 3 && Locale.Find(path[1..3]) is { } locale && (path.Length == 3 || path[3] == '/') && !path.EndsWith(".xml", StringComparison.Ordinal)
            ? locale.Tag : null;
    }
}
