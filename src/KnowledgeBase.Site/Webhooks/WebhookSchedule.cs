using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Site.Webhooks;

/// <summary>Feature 116: tells the targets in the settings what went live. Does nothing where there are none.</summary>
public sealed class WebhookSchedule(CurrentSite site, WebhookOutbox outbox, WebhookDelivery delivery, IOptions<SiteOptions> options, TimeProvider clock) : BackgroundService
{
    // Until the next look without news: messages that failed, and those of a replica that died.
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(5);

    private volatile TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settings = options.Value.Webhooks;
        if (settings.Targets.Count == 0) return;
        using var sender = new WebhookSender(settings.AllowPrivate);
        site.Published += Wake;
        try
        {
            while (true)
            {
                var news = _news.Task;
                if (site.HasSnapshot) await outbox.Tell(site.Snapshot, stoppingToken);
                await Task.WhenAll(settings.Targets.Select(async target =>
                {
                    while (await delivery.Next(target, sender, stoppingToken)) stoppingToken.ThrowIfCancellationRequested();
                }));
                await Task.WhenAny(news, Task.Delay(s_look, clock, stoppingToken));
                stoppingToken.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException)
        {
            // The site stops; the store keeps what is left.
        }
        finally
        {
            site.Published -= Wake;
        }
    }

    private void Wake(SiteSnapshot snapshot) => Interlocked.Exchange(ref _news, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
