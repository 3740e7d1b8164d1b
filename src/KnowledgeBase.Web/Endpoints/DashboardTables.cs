using System.Globalization;
using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Insights;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>`/edit/dashboard/{table}.csv`: each part of the dashboard as a table.</summary>
public static class DashboardTables
{
    public const string Missed = "missed";
    public const string Searches = "searches";
    public const string Votes = "votes";
    public const string Guides = "guides";
    public const string Work = "work";
    public const string Reviews = "reviews";
    public const string Codes = "codes";
    public const string Translation = "translation";
    public const string Links = "links";

    public static void MapDashboardTables(this IEndpointRouteBuilder app) => app.MapGet(Urls.DashboardPath + "/{table}.csv", async (HttpContext context, Dashboard dashboard, ILinkStore links, CurrentSite current, string table, int days = 30) =>
    {
        if (days is < 1 or > 400) return Results.BadRequest();
        var report = await dashboard.Read(days, context.RequestAborted);
        if (Of(report, current.Snapshot, table == Links ? await links.All(context.RequestAborted) : [], table) is not { } found) return Results.NotFound();
        return Results.File(CsvText.Write(found.Head, found.Rows), "text/csv; charset=utf-8", $"{table}-{Text(report.To)}.csv");
    }).ExcludeFromDescription();

    private static (string[] Head, IEnumerable<string[]> Rows)? Of(DashboardReport report, SiteSnapshot site, IReadOnlyList<OutsideLink> links, string table) => table switch
    {
        Missed => (["subject", "code", "symbol", "languages", "times", "last", "queries"],
            report.Missed.Select(m => new[] { m.Subject, m.Code?.Hex ?? "", m.Symbol ?? "", string.Join(' ', m.Locales), Text(m.Missed), Text(m.Last), string.Join(" | ", m.Queries) })),
        Searches => (["day", "searches", "without result"], report.Searches.Select(d => new[] { Text(d.Day), Text(d.Searches), Text(d.Missed) })),
        Votes => (["page", "language", "revision", "helpful", "unhelpful", "reasons", "last", "queries"], report.Votes.Select(v => new[]
        {
            v.Page, v.Locale, v.Revision, Text(v.Helpful), Text(v.Unhelpful), string.Join(' ', v.Reasons.OrderByDescending(r => r.Value).Select(r => $"{r.Key}:{Text(r.Value)}")), Text(v.Last), string.Join(" | ", v.Queries),
        })),
        Guides => (["guide", "node", "shown", "did not help"], report.Funnels.SelectMany(f => f.Value.Select(s => new[] { f.Key, s.Node.Id, Text(s.Shown), Text(s.Unsolved) }))),
        Work => (["page", "language", "title", "views", "unhelpful", "age in days", "review overdue", "score"],
            report.Work.Select(w => new[] { w.Page, w.Locale.Tag, w.Title, Text(w.Views), Text(w.Unhelpful), Text(w.Age), w.IsOverdue ? "yes" : "no", w.Score.ToString("0.#", CultureInfo.InvariantCulture) })),
        Reviews => (["article", "language", "title", "review by", "owner"], report.Reviews.Select(r => new[] { r.Article.Id.Value, r.Article.Locale.Tag, r.Article.Title, Text(r.By), r.Owner ?? "" })),
        Codes => (["code", "symbol", "has a page"], site.Content.Registry.Entries.Select(e => new[] { e.Code.Hex, e.Symbol ?? "", site.Code(e.Code) is null ? "no" : "yes" })),
        Translation => (["article", "ja", "en"], site.Content.Articles.GroupBy(a => a.Id.Value).Select(g => new[] { g.Key, Has(g, Locale.Ja), Has(g, Locale.En) })),
        Links => (["address", "state", "status", "problem", "failures", "checked", "pages"],
            links.Select(l => new[] { l.Address, l.State.ToString(), l.Status is { } s ? Text(s) : "", l.Problem ?? "", Text(l.Failures), l.Checked.ToString("u", CultureInfo.InvariantCulture), string.Join(' ', OutsideLinks.Pages(site, l.Address)) })),
        _ => null,
    };

    private static string Has(IEnumerable<Article> languages, Locale locale) => languages.Any(a => a.Locale == locale) ? "yes" : "no";

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
