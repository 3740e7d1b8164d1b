using KnowledgeBase.Site.Insights;

namespace KnowledgeBase.Tests.Site.Insights;

/// <summary>An event store in memory that can be told to refuse.</summary>
internal sealed class KeptEvents : IEventStore
{
    public Dictionary<SiteEvent, long> Counts { get; } = [];

    public bool Refuses { get; set; }

    public List<DateOnly> Forgotten { get; } = [];

    public string? Problem => Refuses ? "told to" : null;

    public Task<bool> Add(IReadOnlyCollection<KeyValuePair<SiteEvent, long>> counts, CancellationToken cancellation = default)
    {
        if (Refuses) return Task.FromResult(false);
        foreach (var (one, times) in counts) Counts[one] = Counts.GetValueOrDefault(one) + times;
        return Task.FromResult(true);
    }

    public Task Forget(DateOnly before, CancellationToken cancellation = default)
    {
        Forgotten.Add(before);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<SearchDay>> SearchDays(DateOnly from, DateOnly to, CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<SearchDay>>([]);

    public Task<IReadOnlyList<SearchCount>> Searches(DateOnly from, DateOnly to, int most = 500, CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<SearchCount>>([]);

    public Task<IReadOnlyList<GuideCount>> Guides(DateOnly from, DateOnly to, CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<GuideCount>>([]);

    public Task<IReadOnlyList<ViewCount>> Views(DateOnly from, DateOnly to, CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<ViewCount>>([]);
}
