using KnowledgeBase.Content;
using KnowledgeBase.Site.Insights;

namespace KnowledgeBase.Site.Desk;

/// <summary>How often a page or an outcome helped, over all its texts and languages (Feature 69).</summary>
/// <param name="Current">Votes on the text that is live now, of all languages.</param>
public sealed record SuccessRate(DeskSubject Subject, long Helpful, long Unhelpful, long Current)
{
    public long Votes => Helpful + Unhelpful;

    /// <summary>0 to 1; null where nobody voted.</summary>
    public double? Share => Votes == 0 ? null : (double)Helpful / Votes;

    /// <summary>One subject.</summary>
    public static SuccessRate Of(SiteSnapshot site, DeskSubject subject, IReadOnlyList<VoteCount> votes)
    {
        var own = votes.Where(v => v.Page == subject.Key).ToList();
        var live = Revisions(site, subject);
        return new(subject, own.Sum(v => v.Helpful), own.Sum(v => v.Unhelpful), own.Where(v => live.Contains(v.Revision)).Sum(v => v.Helpful + v.Unhelpful));
    }

    /// <summary>Every live subject that got votes, most unhelpful votes first.</summary>
    public static IReadOnlyList<SuccessRate> All(SiteSnapshot site, IReadOnlyList<VoteCount> votes) =>
        [.. votes.Select(v => v.Page).Distinct().Select(k => DeskSubject.Find(site, k)).OfType<DeskSubject>().Select(s => Of(site, s, votes))
            .OrderByDescending(r => r.Unhelpful).ThenBy(r => r.Share).ThenBy(r => r.Subject.Key, StringComparer.Ordinal)];

    private static HashSet<string> Revisions(SiteSnapshot site, DeskSubject subject) => subject.Kind switch
    {
        ReplySubject.Article => [.. Locale.All.Select(l => site.ArticleById(l, subject.Name)?.Revision).OfType<string>()],
        ReplySubject.Code => [subject.Code(site).Revision],
        _ => [subject.Outcome(site).Guide.Version],
    };
}
