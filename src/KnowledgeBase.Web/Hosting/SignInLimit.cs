using System.Threading.RateLimiting;
using KnowledgeBase.Site;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Hosting;

/// <summary>How often one address may try to sign in. Looking at the form costs nothing.</summary>
public static class SignInLimit
{
    public const string Name = "sign-ins";

    public static void Add(IServiceCollection services) => services.Configure<RateLimiterOptions>(o => o.AddPolicy(Name, context =>
    {
        if (!HttpMethods.IsPost(context.Request.Method)) return RateLimitPartition.GetNoLimiter("");
        var most = context.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.RateLimits.SignInsPerHour;
        return RateLimitPartition.GetTokenBucketLimiter(AddressKey.Of(context), _ => new()
        {
            TokenLimit = most, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromHours(1) / most, QueueLimit = 0,
        });
    }));
}
