using System.Globalization;

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

    /// <summary>Counts by text, most unhelpful first.</summary>
    /// <param name="rows">How often each answer with each reason was given to a text, with the day of the latest as `yyyy-MM-dd`.</param>
    /// <param name="queries">Words of searches before votes that it did not help, most frequent first.</param>
    public static IReadOnlyList<VoteCount> Of(
        IEnumerable<(string Page, string Locale, string Revision, bool Helpful, string? Reason, long Votes, string Last)> rows,
        IEnumerable<(string Page, string Locale, string Revision, string Query)> queries)
    {
        var searched = queries.ToLookup(r => (r.Page, r.Locale, r.Revision), r => r.Query);
        return
        [
            .. rows.GroupBy(r => (r.Page, r.Locale, r.Revision))
                .Select(g => new VoteCount(
                    g.Key.Page, g.Key.Locale, g.Key.Revision, g.Where(r => r.Helpful).Sum(r => r.Votes), g.Where(r => !r.Helpful).Sum(r => r.Votes),
                    g.Where(r => r.Reason is not null).GroupBy(r => Enum.Parse<VoteReason>(r.Reason!)).ToDictionary(r => r.Key, r => r.Sum(x => x.Votes)))
                {
                    Last = DateOnly.ParseExact(g.Max(r => r.Last)!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    Queries = [.. searched[g.Key].Take(10)],
                })
                .OrderByDescending(v => v.Unhelpful).ThenBy(v => v.Helpful).ThenBy(v => v.Page, StringComparer.Ordinal),
        ];
    }
}
