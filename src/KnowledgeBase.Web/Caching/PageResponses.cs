using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Web.Counting;

namespace KnowledgeBase.Web.Caching;

/// <summary>Sends pages: plain characters, compressed, with a validator; reading pages are rendered once for each snapshot.</summary>
public static class PageResponses
{
    public static IApplicationBuilder UsePageResponses(this IApplicationBuilder app)
    {
        var (site, store) = (app.ApplicationServices.GetRequiredService<CurrentSite>(), app.ApplicationServices.GetRequiredService<PageStore>());
        return app.Use((context, next) => IsPage(context.Request) ? Respond(context, next, site, store) : next(context));
    }

    private static async Task Respond(HttpContext context, RequestDelegate next, CurrentSite site, PageStore store)
    {
        var snapshot = site.Pin();
        var request = context.Request;
        var keeps = PrebuiltPages.IsForAnybody(request);
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

        var page = new StoredPage(HtmlText.Plain(HtmlText.WithoutIslandState(buffer.GetBuffer().AsSpan(0, (int)buffer.Length))), LanguageOf(request), snapshot.Info.Generation) { Name = PageName.Of(snapshot, request.Path.Value ?? "") };
        if (MissingPage.IsMarked(context)) context.Response.StatusCode = StatusCodes.Status404NotFound;
        // The mark of an island carries a token that expires: such a page is made for each reader.
        var isReading = keeps && !HtmlText.HasIsland(page.Html) && context.Response.StatusCode == StatusCodes.Status200OK && !context.Response.Headers.ContainsKey("X-Robots-Tag");
        if (!isReading)
        {
            await PageSending.SendOnce(context, page);
            return;
        }

        store.Keep(PageAddress.Of(request), page);
        await PageSending.Send(context, page);
    }

    private static bool IsPage(HttpRequest request) => HttpMethods.IsGet(request.Method) && LanguageOf(request) is not null;

    private static string? LanguageOf(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        return path.Length >= 3 && Locale.Find(path[1..3]) is { } locale && (path.Length == 3 || path[3] == '/') && !path.EndsWith(".xml", StringComparison.Ordinal)
            ? locale.Tag : null;
    }
}
