using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace KnowledgeBase.Web.Telemetry;

/// <summary>Names the span of a request after its route: the framework leaves it bare without its instrumentation package.</summary>
public static class SpanTags
{
    public static IApplicationBuilder UseSpanTags(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } span) return;
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
        span.SetTag("http.request.method", context.Request.Method);
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= 500) span.SetStatus(ActivityStatusCode.Error);
    });
}
