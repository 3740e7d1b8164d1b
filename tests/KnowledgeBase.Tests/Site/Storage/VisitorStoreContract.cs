using System.Net;
using KnowledgeBase.Content;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Tests.Site.Storage;

/// <summary>What every visitors' store does, whatever stands behind it.</summary>
public abstract class VisitorStoreContract
{
    private protected static readonly ArticleRequest s_code = ArticleRequest.ForCode(ErrorCode.TryParse("0xC004F2FE", out var code) ? code : default, Locale.Ja);

    private protected DayClock Clock { get; } = new();

    /// <summary>A store as another process would open it: each sees what the others kept.</summary>
    protected abstract IVisitorStore Open();

    /// <param name="table">A table's name, and a condition where one is wanted.</param>
    protected abstract long Rows(string table);

    [Fact(DisplayName = "Feature 12: a request for an article counts once for each visitor and day")]
    public async Task OnceAVisitorAndDay()
    {
        var store = Open();
        Assert.Equal(Recorded.Counted, await store.Add(s_code, Someone(1)));
        Assert.Equal(Recorded.Repeated, await store.Add(s_code, Someone(1)));
        Assert.Equal(Recorded.Repeated, await store.Add(ArticleRequest.ForCode(Code(s_code), Locale.En), Someone(1)));
        Assert.Equal(Recorded.Counted, await store.Add(ArticleRequest.ForCode(Code(s_code), Locale.En), Someone(2)));
        Clock.Day++;
        Assert.Equal(Recorded.Counted, await store.Add(s_code, Someone(1)));
        var count = Assert.Single(await store.Requests());
        Assert.Equal((RequestKind.Code, "0xC004F2FE", 3L, DayClock.First, DayClock.First.AddDays(1)), (count.Kind, count.Subject, count.Visitors, count.First, count.Last));
        Assert.Equal(["ja", "en"], count.Locales);
        Assert.Null(store.Problem);
    }

    [Fact(DisplayName = "Feature 92: requests are listed by code and by words, most asked for first")]
    public async Task MostAskedForFirst()
    {
        var store = Open();
        var words = ArticleRequest.ForQuery("KMS  ホスト", Locale.Ja)!;
        await store.Add(s_code, Someone(1));
        foreach (var who in new[] { 1, 2, 3 }) await store.Add(words, Someone(who));
        Assert.Equal([("kms ホスト", 3L), ("0xC004F2FE", 1L)], (await store.Requests()).Select(r => (r.Subject, r.Visitors)));
    }

    [Fact]
    public async Task What_was_kept_survives_a_restart_and_so_does_who_said_it_today()
    {
        await Open().Add(s_code, Someone(1));
        var again = Open();
        Assert.Equal(Recorded.Repeated, await again.Add(s_code, Someone(1)));
        Assert.Equal(1, Assert.Single(await again.Requests()).Visitors);
    }

    [Fact(DisplayName = "Feature 90: a visitor votes once on a text; the next text is a new question and forgets who voted on the last")]
    public async Task OnceAVisitorAndText()
    {
        var store = Open();
        var vote = new Vote("code/0xC004F213", Locale.Ja, "aaaaaaaaaaaa", false, null, "kms ホスト");
        Assert.Equal(Recorded.Counted, await store.Add(vote, Someone(1)));
        Assert.Equal(Recorded.Repeated, await store.Add(vote, Someone(1)));
        Clock.Day += 40;
        Assert.Equal(Recorded.Repeated, await store.Add(vote, Someone(1)));
        Assert.Equal(Recorded.Counted, await store.Add(vote with { Reason = VoteReason.OutOfDate, Query = null }, Someone(1)));
        Assert.Equal(Recorded.Counted, await store.Add(vote with { IsHelpful = true }, Someone(2)));
        var count = Assert.Single(await store.Votes());
        Assert.Equal((1L, 1L, 1L), (count.Helpful, count.Unhelpful, count.Reasons[VoteReason.OutOfDate]));
        Assert.Equal(["kms ホスト"], count.Queries);
        Assert.Equal(Recorded.Counted, await store.Add(vote with { Locale = Locale.En }, Someone(1)));
        Assert.Equal(Recorded.Counted, await store.Add(vote with { Revision = "bbbbbbbbbbbb" }, Someone(1)));
        Assert.Equal(3, (await store.Votes()).Count);
        Assert.Equal(0, Rows("vote_salt WHERE revision = 'aaaaaaaaaaaa' AND locale = 'ja'"));
    }

    [Fact]
    public async Task Visitors_at_the_same_moment_are_all_counted()
    {
        var store = Open();
        var other = Open();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => (i % 2 == 0 ? store : other).Add(s_code, Someone(i / 2)))));
        Assert.Equal(20, outcomes.Count(o => o == Recorded.Counted));
        Assert.Equal(20, Assert.Single(await store.Requests()).Visitors);
    }

    [Fact(DisplayName = "Feature 110: the day's marks and salt go with the day")]
    public async Task NobodyIsKeptOverNight()
    {
        var store = Open();
        await store.Add(s_code, Someone(1));
        Assert.Equal(1, Rows("day_mark"));
        Clock.Day++;
        await store.Add(ArticleRequest.ForQuery("other words", Locale.En)!, Someone(9));
        Assert.Equal((1, 1), (Rows("day_mark"), Rows("day_salt")));
    }

    [Fact]
    public async Task Votes_on_one_text_at_the_same_moment_are_all_counted_once()
    {
        var stores = new[] { Open(), Open() };
        var vote = new Vote("article/one", Locale.En, "aaaaaaaaaaaa", true, null, null);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => stores[i % 2].Add(vote, Someone(i / 2)))));
        Assert.Equal((30, 30), (outcomes.Count(o => o == Recorded.Counted), outcomes.Count(o => o == Recorded.Repeated)));
        Assert.Equal(30, Assert.Single(await stores[0].Votes()).Helpful);
    }

    private protected static Visitor Someone(int number) => Visitor.At(new IPAddress([10, 0, (byte)(number >> 8), (byte)number]));

    private static ErrorCode Code(ArticleRequest request) => ErrorCode.TryParse(request.Subject, out var code) ? code : throw new ArgumentException(request.Subject);
}
