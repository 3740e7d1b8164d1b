using KnowledgeBase.Site.Insights;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web;

/// <summary>A host of its own: the counts of the shared one belong to every test.</summary>
public sealed class EventTests(SampleHost site) : IClassFixture<SampleHost>
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static readonly DateOnly s_from = new(2000, 1, 1);
    private static readonly DateOnly s_to = new(2100, 1, 1);

    private IEventStore Store => site.Services.GetRequiredService<IEventStore>();

    [Fact(DisplayName = "Features 92, 125: searches of readers are counted once, with what they found; crawlers, filters and reloads of results are not")]
    public async Task SearchesAreCounted()
    {
        await Open("/en/search?q=zzqy");
        await Open("/en/search?q=ZZQY&go=1");
        await Open("/en/search?q=zzqy&kind=article");
        await Open("/en/search?q=zzqy", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)");
        await Open("/en/search?q=zzqy", "");
        await Open("/ja/search?q=0xC004F2FE&go=1");
        await Open("/ja/search?q=c004f213&go=1");
        var counts = await Counts(s => s.Searches(s_from, s_to));
        // A box that asks to go on is sent to the results, where the search is counted when the browser follows.
        Assert.Equal((1L, 1L), Of("zzqy"));
        Assert.Equal((1L, 1L), Of("0xc004f2fe"));
        Assert.Equal((1L, 0L), Of("c004f213"));

        (long, long) Of(string query) => counts.Where(c => c.Query == query).Select(c => (c.Times, c.Missed)).Single();
    }

    [Fact(DisplayName = "Feature 125: a guided check is counted node by node, and where its outcome did not help")]
    public async Task GuidesAreCounted()
    {
        await Open("/ja/guides/windows-activation");
        await Open("/ja/guides/windows-activation", "curl/8.0");
        var guide = (await Counts(s => s.Guides(s_from, s_to))).Single();
        Assert.Equal(("windows-activation", GuideMove.Shown, 1L), (guide.Guide, guide.Move, guide.Times));
    }

    [Fact(DisplayName = "Features 91, 110: pages are counted by day and language, from the store of pages too, without a cookie")]
    public async Task PagesAreCounted()
    {
        foreach (var _ in new int[2]) await Open("/ja/codes/0xC004F211");
        await Open("/en/articles/check-activation-state");
        await Open("/ja/codes/0xC004FFFF");
        await Open("/site.css");
        using (var head = new HttpRequestMessage(HttpMethod.Head, new Uri("/ja/codes/0xC004F211", UriKind.Relative)) { Headers = { { "User-Agent", Firefox } } })
            (await site.Client.SendAsync(head)).Dispose();
        var views = await Counts(s => s.Views(s_from, s_to));
        Assert.Contains(new ViewCount("code/0xC004F211", "ja", 2), views);
        Assert.Contains(new ViewCount("article/check-activation-state", "en", 1), views);
        Assert.DoesNotContain(views, v => v.Page.Contains("FFFF", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<T>> Counts<T>(Func<IEventStore, Task<IReadOnlyList<T>>> read)
    {
        await site.Services.GetRequiredService<EventRecorder>().Flush();
        return await read(Store);
    }

    private async Task Open(string path, string agent = Firefox)
    {
        using var answer = await site.Send(HttpMethod.Get, path, agent.Length > 0 ? [("User-Agent", agent)] : []);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }
}
