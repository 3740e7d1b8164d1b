namespace KnowledgeBase.Site.Insights;

/// <summary>What visitors said about one text of one page.</summary>
/// <param name="Locale">Language tag.</param>
/// <param name="Reasons">How often each reason was given.</param>
public sealed record VoteCount(string Page, string Locale, string Revision, long Helpful, long Unhelpful, IReadOnlyDictionary<VoteReason, long> Reasons)
{
    /// <summary>Words of searches that led visitors to a page that did not help them, most frequent first; at most 10.</summary>
    public IReadOnlyList<string> Queries { get; init; } = [];

    /// <summary>Day of the latest vote.</summary>
    public DateOnly Last { get; init; }
}
