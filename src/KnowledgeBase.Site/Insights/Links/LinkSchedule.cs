using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Site.Insights;

/// <summary>Feature 86: looks once an hour for links to other sites that are due; off unless the settings say otherwise.</summary>
public sealed partial class LinkSchedule(CurrentSite current, ILinkStore store, IOptions<SiteOptions> options, TimeProvider clock, ILogger<LinkSchedule> log) : BackgroundService
{
    private static readonly TimeSpan s_look = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_afterStart = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settings = options.Value.OutsideLinks;
        if (!settings.Enabled) return;
        using var checker = new LinkChecker(settings.AllowPrivate);
        var round = new LinkRound(store, checker, clock);
        await Task.Delay(s_afterStart, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var checkedNow = await round.Run(current.Snapshot, TimeSpan.FromHours(settings.EveryHours), TimeSpan.FromMinutes(1) / settings.PerMinute, false, null, stoppingToken);
                var broken = checkedNow.Count(l => l.State == LinkState.Broken);
                if (checkedNow.Count > 0) Done(log, checkedNow.Count, broken);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(s_look, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} links to other sites checked, {Broken} broken")]
    private static partial void Done(ILogger logger, int count, int broken);
}
