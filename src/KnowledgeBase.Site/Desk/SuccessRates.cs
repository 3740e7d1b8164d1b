using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Site.Desk;

/// <summary>Reads what readers said and where guided checks ended, for the desk.</summary>
public sealed class SuccessRates(IVisitorStore visitors, IEventStore events, IOptions<SiteOptions> options, TimeProvider clock)
{
    /// <summary>How far back ends of guided checks are counted; votes stand as long as their text.</summary>
    public int Days => options.Value.Insights.KeepDays;

    public async Task<SuccessRate> Of(SiteSnapshot site, DeskSubject subject, CancellationToken cancellation = default) =>
        SuccessRate.Of(site, subject, await visitors.Votes(cancellation), await Ends(cancellation));

    public async Task<IReadOnlyList<SuccessRate>> All(SiteSnapshot site, CancellationToken cancellation = default) =>
        SuccessRate.All(site, await visitors.Votes(cancellation), await Ends(cancellation));

    private Task<IReadOnlyList<GuideCount>> Ends(CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return events.Guides(today.AddDays(1 - Days), today, cancellation);
    }
}
