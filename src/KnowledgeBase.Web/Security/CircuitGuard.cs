using KnowledgeBase.Site;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Security;

/// <summary>Cross-origin rules do not cover WebSockets: without this any page on the web could open a circuit in a reader's name.</summary>
public static class CircuitGuard
{
    public static IApplicationBuilder UseCircuitGuard(this IApplicationBuilder app) => app.Use(next =>
    {
        var baseUrl = app.ApplicationServices.GetRequiredService<IOptions<SiteOptions>>().Value.BaseUrl?.TrimEnd('/');
        return context =>
        {
            if (!context.Request.Path.StartsWithSegments("/_blazor") || IsOwn(context.Request, baseUrl)) return next(context);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    });

    private static bool IsOwn(HttpRequest request, string? baseUrl)
    {
        // Browsers leave Origin out of same-origin GETs only, and never out of a WebSocket handshake.
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0) return !request.HttpContext.WebSockets.IsWebSocketRequest && !request.Headers.ContainsKey("Upgrade") && HttpMethods.IsGet(request.Method);
        return origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase) || origin.Equals(baseUrl, StringComparison.OrdinalIgnoreCase);
    }
}
