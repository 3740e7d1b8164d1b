using KnowledgeBase.Site;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Security;

/// <summary>Answers only to the host names of the settings: a foreign name would end up in links, feeds and caches.</summary>
public static class HostGuard
{
    private static readonly string[] s_loopback = ["localhost", "127.0.0.1", "[::1]"];

    // Settings are read when the pipeline is built, which is after they were validated.
    public static IApplicationBuilder UseHostGuard(this IApplicationBuilder app) => app.Use(next =>
    {
        var allowed = Names(app.ApplicationServices.GetRequiredService<IOptions<SiteOptions>>().Value);
        return context => allowed.Contains(context.Request.Host.Host) ? next(context) : Refuse(context.Response);
    });

    private static HashSet<string> Names(SiteOptions options)
    {
        var names = s_loopback.Concat(options.AllowedHosts).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (options.BaseUrl is { } address) names.Add(new Uri(address).Host);
        return names;
    }

    private static Task Refuse(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status400BadRequest;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync("Unknown host name. If it is yours, add it to KnowledgeBase:AllowedHosts.\n");
    }
}
