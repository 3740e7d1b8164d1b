using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using KnowledgeBase.Site;
using KnowledgeBase.Web.Security;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Hosting;

/// <summary>What guards the few forms that visitors send, to tell us something or to have a text read: who they are sent by, from where, how
/// large, and how often.</summary>
public static class VisitorPosts
{
    public const string Limit = "visitor posts";

    /// <summary>Largest body of such a form, in bytes: a query of the greatest length, percent-encoded.</summary>
    private const long MostBytes = 24 * 1024;

    /// <summary>Largest body of a form with a pasted text, in bytes: the longest Japanese text, percent-encoded.</summary>
    private const long MostBytesOfPaste = 200 * 1024;

    public static void AddVisitorPosts(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SiteOptions>>((forwarded, site) =>
        {
            // Only the address: names and schemes of links come from BaseUrl.
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            foreach (var proxy in site.Value.TrustedProxies)
                if (IPAddress.TryParse(proxy, out var address)) forwarded.KnownProxies.Add(address);
                else if (System.Net.IPNetwork.TryParse(proxy, out var network)) forwarded.KnownIPNetworks.Add(network);
        });
        builder.Services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(Limit, Partition);
            o.OnRejected = (context, _) =>
            {
                if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                    context.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
    }

    /// <summary>The guards, for each address that takes such a form.</summary>
    public static RouteHandlerBuilder GuardVisitorPost(this RouteHandlerBuilder route) => Guard(route, MostBytes);

    /// <summary>The same for an address that reads a pasted text: reading one is work, so it counts like any other form.</summary>
    public static RouteHandlerBuilder GuardPaste(this RouteHandlerBuilder route) => Guard(route, MostBytesOfPaste);

    private static RouteHandlerBuilder Guard(RouteHandlerBuilder route, long mostBytes) => route
        .AddEndpointFilter<SameOrigin>().DisableAntiforgery().RequireRateLimiting(Limit)
        .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(mostBytes)).ExcludeFromDescription();

    private static RateLimitPartition<string> Partition(HttpContext context)
    {
        var most = context.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.RateLimits.VisitorPostsPerHour;
        return RateLimitPartition.GetTokenBucketLimiter(AddressKey.Of(context), _ => new()
        {
            TokenLimit = most, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromHours(1) / most, QueueLimit = 0,
        });
    }
}
