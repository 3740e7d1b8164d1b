using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Site.Webhooks;

/// <summary>Brings the messages to their targets, for each in the order in which they were written. What does not arrive is tried
/// again for three days.</summary>
public sealed partial class WebhookDelivery(IWebhookStore store, TimeProvider clock, ILogger<WebhookDelivery> log)
{
    /// <summary>How long a message is tried.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    // Longer than a target may take to answer.
    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(1);

    // The last one repeats: a target that is back hears within the hour.
    private static readonly TimeSpan[] s_waits = [TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)];

    private readonly ConcurrentDictionary<string, (string Text, DateTimeOffset Until)> _problems = new();

    /// <summary>Why the latest message to a target did not arrive, for whoever runs the site; null where all do. It holds until the next
    /// attempt is over: another replica may have made it.</summary>
    public string? Problem => _problems.Values.Where(p => p.Until > clock.GetUtcNow()).Select(p => p.Text).Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Sends the oldest message for a target, if it is due.</summary>
    /// <returns>Whether it arrived: then the next may follow.</returns>
    public async Task<bool> Next(WebhookTarget target, WebhookSender sender, CancellationToken cancellation = default)
    {
        if (await store.Take(WebhookOutbox.NameOf(target), clock.GetUtcNow(), s_lease, cancellation) is not { } delivery) return false;
        var host = new Uri(target.Address).Host;
        if (await sender.Send(target, delivery, clock.GetUtcNow(), cancellation) is not { } problem)
        {
            await store.End(delivery.Id, CancellationToken.None);
            _problems.TryRemove(delivery.Target, out _);
            SiteMetrics.WebhookSent("delivered");
            return true;
        }
        var next = clock.GetUtcNow() + s_waits[Math.Min(delivery.Attempts, s_waits.Length) - 1];
        _problems[delivery.Target] = ($"{host}: {problem}", next + s_lease);
        if (next > delivery.Since + Patience)
        {
            await store.End(delivery.Id, CancellationToken.None);
            SiteMetrics.WebhookSent("given up");
            GivenUp(log, delivery.Id, host, delivery.Attempts, problem);
            return false;
        }
        await store.Postpone(delivery.Id, next, CancellationToken.None);
        SiteMetrics.WebhookSent("failed");
        Failed(log, delivery.Id, host, delivery.Attempts, problem);
        return false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook message {Id} did not reach {Host} at attempt {Attempt}: {Problem}. It is tried again by itself")]
    private static partial void Failed(ILogger logger, string id, string host, int attempt, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Webhook message {Id} was given up: {Host} did not take it in {Attempts} attempts, the last: {Problem}")]
    private static partial void GivenUp(ILogger logger, string id, string host, int attempts, string problem);
}
