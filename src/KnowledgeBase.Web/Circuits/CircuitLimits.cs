using KnowledgeBase.Site.Insights;
using KnowledgeBase.Web.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace KnowledgeBase.Web.Circuits;

/// <summary>Bounds what islands cost: a circuit holds memory for as long as its page is open, and nothing else on the site does. Every
/// page works without one, so whoever gets none loses comfort only.</summary>
public static class CircuitLimits
{
    private const string Hub = "/_blazor";
    private const string RetrySeconds = "30";

    public static IApplicationBuilder UseCircuitLimits(this IApplicationBuilder app)
    {
        var (count, drain) = (app.ApplicationServices.GetRequiredService<CircuitCount>(), app.ApplicationServices.GetRequiredService<Drain>());
        return app.Use((context, next) => context.Request.Path.StartsWithSegments(Hub, out var rest) ? Bound(context, next, rest, count, drain) : next(context));
    }

    private static async Task Bound(HttpContext context, RequestDelegate next, PathString rest, CircuitCount count, Drain drain)
    {
        // Whoever leaves is let go, whatever else is full.
        if (rest.HasValue && rest != "/negotiate")
        {
            await next(context);
            return;
        }

        if (drain.HasBegun || (!rest.HasValue && !IsSocket(context)))
        {
            // Also for long polling, to which browsers turn when a socket is refused: it would go round every limit.
            Refuse(context.Response);
            return;
        }

        var visitor = Visitor.At(context.Connection.RemoteIpAddress);
        if (!count.TryEnter(visitor))
        {
            Refuse(context.Response);
            return;
        }

        try
        {
            // Lasts as long as the socket.
            await next(context);
        }
        finally
        {
            count.Leave(visitor);
        }
    }

    // HTTP/1.1 upgrades, HTTP/2 connects.
    private static bool IsSocket(HttpContext context) =>
        context.Features.Get<IHttpUpgradeFeature>()?.IsUpgradableRequest == true || context.Features.Get<IHttpExtendedConnectFeature>()?.IsExtendedConnect == true;

    private static void Refuse(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = RetrySeconds;
    }
}
