using KnowledgeBase.Content;
using KnowledgeBase.Site.Insights;

namespace KnowledgeBase.Site.Desk;

/// <summary>How often a page or an outcome helped, over all its texts and languages (Feature 69). Votes are answers; that a guided
/// check ended says that somebody was there, and going on from its end says that it did not help.</summary>
/// <param name="Current">Votes on the text that is live now, of all languages.</param>
/// <param name="Ended">How often guided checks of the present version ended here: at the outcome, or at one whose procedure this article is.</param>
/// <param name="WentOn">How often one of these went on to the next branch. Whoever votes no there does so too: the two are never added up.</param>
public sealed record SuccessRate(DeskSubject Subject, long Helpful, long Unhelpful, long Current, long Ended, long WentOn)
{
    public long Votes => Helpful + Unhelpful;

    /// <summary>0 to 1; null where nobody voted.</summary>
    public double? Share => Votes == 0 ? null : (double)Helpful / Votes;

    /// <summary>One subject.</summary>
    public static SuccessRate Of(SiteSnapshot site, DeskSubject subject, IReadOnlyList<VoteCount> votes, IReadOnlyList<GuideCount> ends)
    {
        var own = votes.Where(v => v.Page == subject.Key).ToList();
        var live = Revisions(site, subject);
        var here = ends.Where(e => Leads(site, e, subject)).ToLookup(e => e.Move, e => e.Times);
        return new(subject, own.Sum(v => v.Helpful), own.Sum(v => v.Unhelpful), own.Where(v => live.Contains(v.Revision)).Sum(v => v.Helpful + v.Unhelpful),
            here[GuideMove.Shown].Sum(), here[GuideMove.Unsolved].Sum());
    }

    /// <summary>Every live subject that got votes or where guided checks ended, those that failed most first.</summary>
    public static IReadOnlyList<SuccessRate> All(SiteSnapshot site, IReadOnlyList<VoteCount> votes, IReadOnlyList<GuideCount> ends) =>
        [.. votes.Select(v => DeskSubject.Find(site, v.Page)).Concat(ends.SelectMany(e => Subjects(site, e))).OfType<DeskSubject>().DistinctBy(s => s.Key).Select(s => Of(site, s, votes, ends))
            .OrderByDescending(r => Math.Max(r.Unhelpful, r.WentOn)).ThenBy(r => r.Share).ThenByDescending(r => r.Ended).ThenBy(r => r.Subject.Key, StringComparer.Ordinal)];

    // What a count is about: its outcome, and the article that is the outcome's procedure.
    private static IEnumerable<DeskSubject?> Subjects(SiteSnapshot site, GuideCount count) => End(site, count) is var (guide, outcome)
        ? [DeskSubject.Of(guide, outcome), DeskSubject.Find(site, "article/" + Procedure(outcome))] : [];

    private static bool Leads(SiteSnapshot site, GuideCount count, DeskSubject subject) => subject.Kind switch
    {
        ReplySubject.Outcome => End(site, count) is var (guide, outcome) && subject.Key == DeskSubject.Of(guide, outcome).Key,
        ReplySubject.Article => End(site, count) is var (_, end) && Procedure(end) == subject.Name,
        _ => false,
    };

    // Nodes of an earlier version may have meant something else.
    private static (Guide Guide, Outcome Outcome)? End(SiteSnapshot site, GuideCount count) =>
        site.Guide(count.Guide) is { } guide && guide.Version == count.Version && guide.Nodes.GetValueOrDefault(count.Node) is Outcome outcome ? (guide, outcome) : null;

    private static string Procedure(Outcome outcome) => outcome.Procedure.Split('#')[0];

    private static HashSet<string> Revisions(SiteSnapshot site, DeskSubject subject) => subject.Kind switch
    {
        ReplySubject.Article => [.. Locale.All.Select(l => site.ArticleById(l, subject.Name)?.Revision).OfType<string>()],
        ReplySubject.Code => [subject.Code(site).Revision],
        _ => [subject.Outcome(site).Guide.Version],
    };
}
