namespace KnowledgeBase.Site.Insights;

/// <summary>Keeps counts of what happened on the site. Nothing here may hold up or break a page: a store that cannot be used answers
/// so and is tried again the next time.</summary>
public interface IEventStore
{
    /// <summary>Why the last use failed, in words for whoever runs the site; null when it worked.</summary>
    string? Problem { get; }

    /// <summary>Adds counts, all or none. Past <see cref="MostQueries"/> different queries of a day, further ones are counted without
    /// their words, so that a flood cannot fill the store.</summary>
    /// <returns>Whether they were kept.</returns>
    Task<bool> Add(IReadOnlyCollection<KeyValuePair<SiteEvent, long>> counts, CancellationToken cancellation = default);

    /// <summary>Forgets every day before this one.</summary>
    Task Forget(DateOnly before, CancellationToken cancellation = default);

    /// <summary>Searches by day and language, oldest first; days without a search are left out.</summary>
    Task<IReadOnlyList<SearchDay>> SearchDays(DateOnly from, DateOnly to, CancellationToken cancellation = default);

    /// <summary>Queries, those that found nothing most often first.</summary>
    /// <param name="most">Longest answer.</param>
    Task<IReadOnlyList<SearchCount>> Searches(DateOnly from, DateOnly to, int most = 500, CancellationToken cancellation = default);

    /// <summary>What happened in guides, by guide, version and node.</summary>
    Task<IReadOnlyList<GuideCount>> Guides(DateOnly from, DateOnly to, CancellationToken cancellation = default);

    /// <summary>Pages, most read first.</summary>
    Task<IReadOnlyList<ViewCount>> Views(DateOnly from, DateOnly to, CancellationToken cancellation = default);

    /// <summary>Most different queries that are kept of one day.</summary>
    const int MostQueries = 5_000;
}
