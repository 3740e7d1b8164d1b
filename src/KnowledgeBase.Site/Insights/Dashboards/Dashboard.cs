using KnowledgeBase.Content;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Site.Insights;

/// <summary>What editors look at: counts of the store, joined with the content as it stands.</summary>
public sealed class Dashboard(CurrentSite current, IEventStore events, IVisitorStore visitors, TimeProvider clock)
{
    /// <summary>Days ahead for which review dates are shown.</summary>
    public const int ReviewAhead = 30;

    /// <param name="days">Length of the period that ends today, 1 or more.</param>
    public async Task<DashboardReport> Read(int days, CancellationToken cancellation = default)
    {
        var site = current.Snapshot;
        var to = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var from = to.AddDays(1 - days);
        var (votes, views) = (await visitors.Votes(cancellation), await events.Views(from, to, cancellation));
        return new()
        {
            From = from,
            To = to,
            Searches = Filled(await events.SearchDays(from, to, cancellation), from, to),
            Missed = Grouped(site, await events.Searches(from, to, 1000, cancellation)),
            Votes = votes,
            Funnels = Funnels(site, await events.Guides(from, to, cancellation)),
            Work = Work(site, votes, views, to),
            Reviews = [.. site.Content.Articles.Where(a => a.FrontMatter.ReviewBy is { } by && by <= to.AddDays(ReviewAhead))
                .Select(a => new ReviewDate(a, a.FrontMatter.ReviewBy!.Value, a.FrontMatter.Owner)).OrderBy(r => r.By).ThenBy(r => r.Article.Path, StringComparer.Ordinal)],
            Coverage = Covered(site),
            Both = site.Content.Articles.GroupBy(a => a.Id).Count(g => g.Count() > 1),
            Only = Locale.All.ToDictionary(l => l.Tag, l => site.Content.Articles.GroupBy(a => a.Id).Count(g => g.Count() == 1 && g.First().Locale == l)),
            Problem = events.Problem ?? visitors.Problem,
        };
    }

    // A day on which nobody searched is a day too.
    private static List<SearchDay> Filled(IReadOnlyList<SearchDay> found, DateOnly from, DateOnly to)
    {
        var byDay = found.ToLookup(d => d.Day);
        return [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(i => from.AddDays(i)).Select(d => new SearchDay(d, "", byDay[d].Sum(x => x.Searches), byDay[d].Sum(x => x.Missed)))];
    }

    private static List<MissedGroup> Grouped(SiteSnapshot site, IReadOnlyList<SearchCount> searches) =>
        [.. searches.Where(s => s.Missed > 0).GroupBy(s => s.Code ?? s.Query).Select(g => new MissedGroup(
                g.Key, ErrorCode.TryParse(g.First().Code, out var code) ? code : null, [.. g.OrderByDescending(s => s.Missed).Select(s => s.Query).Take(5)],
                [.. g.SelectMany(s => s.Locales).Distinct().Order(StringComparer.Ordinal)], g.Sum(s => s.Missed), g.Max(s => s.Last)))
            .Select(m => m.Code is { } known ? m with { Symbol = site.Content.Registry.Find(known)?.Symbol } : m)
            // Written since: no longer missed.
            .Where(m => m.Code is not { } written || site.Code(written) is null)
            .OrderByDescending(m => m.Missed).ThenBy(m => m.Subject, StringComparer.Ordinal)];

    private static Dictionary<string, IReadOnlyList<FunnelStep>> Funnels(SiteSnapshot site, IReadOnlyList<GuideCount> counts)
    {
        var funnels = new Dictionary<string, IReadOnlyList<FunnelStep>>();
        foreach (var guide in site.Content.Guides)
        {
            // Nodes of an earlier version may have meant something else.
            var moves = counts.Where(c => c.Guide == guide.Id && c.Version == guide.Version).ToLookup(c => (c.Node, c.Move), c => c.Times);
            funnels[guide.Id] = [.. guide.Order.Select(id => new FunnelStep(guide.Nodes[id], moves[(id, GuideMove.Shown)].Sum(), moves[(id, GuideMove.Unsolved)].Sum())).Where(s => s.Shown > 0)];
        }

        return funnels;
    }

    private static List<WorkItem> Work(SiteSnapshot site, IReadOnlyList<VoteCount> votes, IReadOnlyList<ViewCount> views, DateOnly today)
    {
        var seen = views.ToLookup(v => (v.Page, v.Locale), v => v.Times);
        // Votes on the text as it stands: an older text is not there to be mended.
        var against = votes.ToLookup(v => (v.Page, v.Locale, v.Revision), v => v.Unhelpful);
        var articles = site.Content.Articles.Select(a => new WorkItem(
            Vote.PageOf(a), a.Locale, a.Title, seen[(Vote.PageOf(a), a.Locale.Tag)].Sum(), against[(Vote.PageOf(a), a.Locale.Tag, a.Revision)].Sum(),
            Age(a.FrontMatter.Verified?.Date, a.FrontMatter.Updated, today)) { IsOverdue = a.FrontMatter.ReviewBy < today });
        var codes = site.Content.Codes.SelectMany(c => Locale.All.Select(l => new WorkItem(
            Vote.PageOf(c), l, $"{c.Code.Hex} {c.Title.In(l)}", seen[(Vote.PageOf(c), l.Tag)].Sum(), against[(Vote.PageOf(c), l.Tag, c.Revision)].Sum(), Age(c.Verified?.Date, c.Updated, today))));
        return [.. articles.Concat(codes).Where(w => w.Views + w.Unhelpful > 0 || w.IsOverdue).OrderByDescending(w => w.Score).ThenBy(w => w.Page, StringComparer.Ordinal).ThenBy(w => w.Locale.Tag, StringComparer.Ordinal)];
    }

    private static int Age(DateOnly? verified, DateOnly? updated, DateOnly today)
    {
        var newest = verified is null ? updated : updated is null || verified > updated ? verified : updated;
        return newest is { } day ? Math.Max(0, today.DayNumber - day.DayNumber) : 0;
    }

    private static Coverage Covered(SiteSnapshot site)
    {
        var known = site.Content.Registry.Entries.Select(e => e.Code).ToHashSet();
        var pages = site.Content.Codes.Select(c => c.Code).ToList();
        return new(known.Count, pages.Count(known.Contains), pages.Count(p => !known.Contains(p)));
    }
}
