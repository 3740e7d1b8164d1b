using KnowledgeBase.Content;
using KnowledgeBase.Site;
using Microsoft.AspNetCore.Http.Extensions;

namespace KnowledgeBase.Web.Security;

/// <summary>Feature 109: an address that holds a product key or an installation id goes no further: pages move to the address with
/// the secret masked, which also takes it out of the reader's history; everything else reads the masked text.</summary>
public static class SensitiveQueries
{
    public static IApplicationBuilder UseSensitiveQueries(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (!request.QueryString.HasValue || !request.Query.Any(q => q.Value.Any(v => v is not null && SensitiveText.Holds(v)))) return next(context);
        request.QueryString = new QueryBuilder(request.Query.SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, SensitiveText.Mask(v ?? "")))).ToQueryString();
        // Only to pages of ours: `//elsewhere` in front would be another host.
        if (!HttpMethods.IsGet(request.Method) || !Locale.All.Any(l => request.Path.StartsWithSegments(Urls.Home(l)))) return next(context);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(request.PathBase + request.Path + request.QueryString);
        return Task.CompletedTask;
    });
}
