using System.Net;
using System.Text;
using KnowledgeBase.Content;
using KnowledgeBase.Search;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Web.Components.Plots;
using KnowledgeBase.Web.Endpoints;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web;

public sealed class DashboardTests(SampleHost site) : IClassFixture<SampleHost>
{
    private static readonly DateOnly s_today = DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact(DisplayName = "Features 91, 92, 125: the dashboard shows what was missed, what to work on, votes, guided checks, coverage and translation, in plots with their numbers")]
    public async Task DashboardShowsCounts()
    {
        await Fill();
        using var editor = await site.NewStaff(Roles.Editor);
        var html = await editor.Text("/edit/dashboard?days=7");
        Assert.Contains("0xC004F2FE", html);
        Assert.Contains("href=\"/edit/new?kind=code&code=0xC004F2FE\"", html);
        Assert.Contains("no such words", html);
        Assert.DoesNotContain("found words", html);
        Assert.Contains("role=\"img\"", html);
        Assert.Contains("<table>", html);
        Assert.Contains("code/0xC004F211 (ja)", html);
        Assert.Contains("id=\"guide-windows-activation\"", html);
        Assert.DoesNotContain("style=", html);
    }

    [Theory(DisplayName = "Feature 125: every part of the dashboard is a table to download")]
    [InlineData(DashboardTables.Missed, "subject,code,symbol")]
    [InlineData(DashboardTables.Searches, "day,searches,without result")]
    [InlineData(DashboardTables.Votes, "page,language,revision")]
    [InlineData(DashboardTables.Guides, "guide,node,shown")]
    [InlineData(DashboardTables.Work, "page,language,title,views")]
    [InlineData(DashboardTables.Reviews, "article,language,title")]
    [InlineData(DashboardTables.Codes, "code,symbol,has a page")]
    [InlineData(DashboardTables.Translation, "article,ja,en")]
    [InlineData(DashboardTables.Links, "address,state,status")]
    public async Task TablesAreDownloaded(string table, string head)
    {
        using var editor = await site.NewStaff(Roles.Editor);
        using var answer = await editor.Get($"/edit/dashboard/{table}.csv");
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("\uFEFF" + head, Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()));
    }

    [Theory(DisplayName = "Feature 129: nobody without the editors' role sees the dashboard")]
    [InlineData("/edit/dashboard")]
    [InlineData("/edit/dashboard/missed.csv")]
    [InlineData("/edit/new?kind=code&code=0xC004F2FE")]
    public async Task EditorsOnly(string path)
    {
        using var visitor = await site.GetRaw(path);
        Assert.NotEqual(HttpStatusCode.OK, visitor.StatusCode);
        using var support = await site.NewStaff(Roles.Support);
        using var answer = await support.Get(path);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact(DisplayName = "A cell that a spreadsheet would run as a formula is text")]
    public void FormulasAreText()
    {
        var text = Encoding.UTF8.GetString(CsvText.Write(["a", "b"], [["=HYPERLINK(\"x\")", "-5"], [" +1+1", "@cmd"], ["\t=1", "\uFF1D1"], ["a,b", "two\nlines"]]));
        Assert.Equal("\uFEFFa,b\r\n\"'=HYPERLINK(\"\"x\"\")\",-5\r\n' +1+1,'@cmd\r\n\"'\t=1\",'\uFF1D1\r\n\"a,b\",\"two\nlines\"\r\n", text);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    [InlineData(5, 6)]
    [InlineData(17, 20)]
    [InlineData(99, 100)]
    [InlineData(1234, 1500)]
    public void Axes_end_at_round_numbers(long most, long end)
    {
        var ticks = PlotScale.Ticks(most);
        Assert.Equal((0, end), (ticks[0], ticks[^1]));
        Assert.InRange(ticks.Count, 2, 5);
    }

    private async Task Fill()
    {
        var events = site.Services.GetRequiredService<IEventStore>();
        var visitors = site.Services.GetRequiredService<IVisitorStore>();
        var guide = site.Services.GetRequiredService<KnowledgeBase.Site.CurrentSite>().Snapshot.Guide("windows-activation")!;
        var code = site.Services.GetRequiredService<KnowledgeBase.Site.CurrentSite>().Snapshot.Content.Codes.First(c => c.Code.Hex == "0xC004F211");
        Assert.True(await events.Add(
        [
            KeyValuePair.Create<SiteEvent, long>(new SearchEvent(s_today, 9, Locale.Ja, "0xc004f2fe", null, 0) { Code = "0xC004F2FE" }, 4),
            KeyValuePair.Create<SiteEvent, long>(new SearchEvent(s_today, 9, Locale.En, "no such words", null, 0), 2),
            KeyValuePair.Create<SiteEvent, long>(new SearchEvent(s_today, 9, Locale.En, "found words", HitKind.Article, 7), 9),
            KeyValuePair.Create<SiteEvent, long>(new GuideEvent(s_today, guide.Id, guide.Version, guide.Start, GuideMove.Shown, Locale.Ja), 10),
            KeyValuePair.Create<SiteEvent, long>(new GuideEvent(s_today, guide.Id, guide.Version, guide.Outcomes.First().Id, GuideMove.Shown, Locale.Ja), 3),
            KeyValuePair.Create<SiteEvent, long>(new ViewEvent(s_today, "code/0xC004F211", Locale.Ja), 30),
        ]));
        await visitors.Add(new Vote("code/0xC004F211", Locale.Ja, code.Revision, false, VoteReason.DidNotWork, null), Visitor.At(null));
    }
}
