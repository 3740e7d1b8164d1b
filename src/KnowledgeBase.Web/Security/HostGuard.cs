using KnowledgeBase.Site;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Security;

/// <summary>Answers only to the host names of the settings: a foreign name would end up in links, feeds and caches.</summary>
public static class HostGuard
{
    private static readonly string[] s_loopback = ["localhost", "127.0.0.1", "[::1]"];

    public static IApplicationBuilder UseHostGuard(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<IOptions<SiteOptions>>().Value;
        var allowed = s_loopback.Concat(options.AllowedHosts).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (options.BaseUrl is { } address) allowed.Add(new Uri(address).Host);
        return app.Use((context, next) =>
        {
            if (allowed.Contains(context.Request.Host.Host)) return next(context);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.WriteAsync("Unknown host name. If it is yours, add it to KnowledgeBase:AllowedHosts.\n");
        });
    }
}
