using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Site.Webhooks;

/// <summary>Writes down for each target what went live, once for all replicas. It compares with what was told before, not with what
/// this process saw before, so that content that came while nothing ran is told too.</summary>
public sealed class WebhookOutbox(IWebhookStore store, IOptions<SiteOptions> options, TimeProvider clock)
{
    private const int Attempts = 5;

    // Where this process stands among the publications: what others told after it is not told again when this one gets there.
    private (long Number, string State)? _told;

    /// <summary>Name of a target in the store, which keeps no address: it may hold a password.</summary>
    public static string NameOf(WebhookTarget target) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(target.Address)).AsSpan(0, 6));

    /// <summary>Notes what is live now. The first content of all is where counting begins: nobody is told of it.</summary>
    /// <returns>False where it could not be kept and is to be tried again.</returns>
    public async Task<bool> Tell(SiteSnapshot site, CancellationToken cancellation = default)
    {
        var pages = PageStates.Of(site);
        var state = pages.Id(site.Info.Revision);
        for (var attempt = 0; _told?.State != state; attempt++)
        {
            if (attempt == Attempts || await Place(site, pages, state, cancellation) is not { } number)
            {
                if (attempt == Attempts || store.Problem is not null) return false;
                continue;
            }
            _told = (number, state);
        }
        return true;
    }

    private async Task<long?> Place(SiteSnapshot site, PageStates pages, string state, CancellationToken cancellation)
    {
        if (_told is { } told && await store.Find(state, told.Number, cancellation) is { } found) return found;
        var latest = await store.Latest(cancellation);
        if (store.Problem is not null) return null;
        if (latest?.State == state) return latest.Number;
        var next = new Publication(0, state, site.Info.Revision, pages.Text());
        return await store.Add(latest?.Number ?? 0, next, latest is null ? [] : Deliveries(site, pages, latest), clock.GetUtcNow(), cancellation);
    }

    private List<Delivery> Deliveries(SiteSnapshot site, PageStates pages, Publication before)
    {
        var (settings, now) = (options.Value, clock.GetUtcNow());
        var body = JsonSerializer.Serialize(PublishedMessage.Of(site, pages, before, settings.BaseUrl?.TrimEnd('/') ?? ""), WebhookJson.Default.PublishedMessage);
        return [.. settings.Webhooks.Targets.Select(NameOf).Distinct().Select(t => new Delivery($"msg_{Guid.CreateVersion7(now):N}", t, body, 0, now))];
    }
}
