using KnowledgeBase.Site.Insights;
using KnowledgeBase.Web.Counting;
using KnowledgeBase.Web.Security;

namespace KnowledgeBase.Web.Caching;

/// <summary>Answers requests for pages that are already there, before anything else looks at them. Only what a request of an anonymous
/// reader made and every guard let pass is ever kept, under the host that was named, so a hit needs none of the guards.</summary>
public static class PrebuiltPages
{
    public static IApplicationBuilder UsePrebuiltPages(this IApplicationBuilder app)
    {
        var (store, views) = (app.ApplicationServices.GetRequiredService<PageStore>(), app.ApplicationServices.GetRequiredService<EventRecorder>());
        return app.Use((context, next) =>
        {
            var request = context.Request;
            if (!IsForAnybody(request) || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
                || store.Find(PageAddress.Of(request)) is not { } page) return next(context);
            page.Count();
            if (page.Name is { } read && Readers.IsReading(request)) views.Read(read.Page, read.Locale);
            SecurityHeaders.Write(context, SecurityHeaders.PagePolicy);
            return PageSending.Send(context, page);
        });
    }

    /// <summary>Whether the answer is the same for whoever asks: no query, and nobody signed in.</summary>
    public static bool IsForAnybody(HttpRequest request) =>
        !request.QueryString.HasValue && request.Headers.Authorization.Count == 0
        && (request.Headers.Cookie.Count == 0 || !request.Headers.Cookie.ToString().Contains(SignInCookie, StringComparison.Ordinal));

    /// <summary>Stands in the name of the cookie of whoever signed in, and in no other.</summary>
    public const string SignInCookie = "kb-account";
}
