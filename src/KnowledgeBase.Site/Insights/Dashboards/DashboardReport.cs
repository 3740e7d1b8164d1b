namespace KnowledgeBase.Site.Insights;

/// <summary>Everything that the dashboard shows, for one period.</summary>
public sealed record DashboardReport
{
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>One for each day, both languages together.</summary>
    public required IReadOnlyList<SearchDay> Searches { get; init; }
    public required IReadOnlyList<MissedGroup> Missed { get; init; }
    public required IReadOnlyList<VoteCount> Votes { get; init; }

    /// <summary>Guide id → nodes of its present version that were reached, in the order of the file.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<FunnelStep>> Funnels { get; init; }

    /// <summary>Most needed first.</summary>
    public required IReadOnlyList<WorkItem> Work { get; init; }

    /// <summary>Past and soon, earliest first.</summary>
    public required IReadOnlyList<ReviewDate> Reviews { get; init; }
    public required Coverage Coverage { get; init; }

    /// <summary>Articles in both languages.</summary>
    public required int Both { get; init; }

    /// <summary>Language tag → articles in that language alone.</summary>
    public required IReadOnlyDictionary<string, int> Only { get; init; }

    /// <summary>Why counts may be missing; or null.</summary>
    public string? Problem { get; init; }
}
