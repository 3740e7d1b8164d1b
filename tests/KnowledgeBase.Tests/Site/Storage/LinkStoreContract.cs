using KnowledgeBase.Site.Insights;

namespace KnowledgeBase.Tests.Site.Storage;

/// <summary>What every link store keeps its word about.</summary>
public abstract class LinkStoreContract
{
    // With a fraction that a store of milliseconds would lose.
    private static readonly DateTimeOffset s_now = new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero).AddTicks(1234567);

    protected abstract ILinkStore Store { get; }

    [Fact(DisplayName = "Feature 86: the latest result of each link is kept as it was, broken ones first, then by address")]
    public async Task ResultsAreKept()
    {
        OutsideLink[] links =
        [
            new("https://b.example/", LinkState.Fine, 200, null, s_now, s_now.AddDays(7)), new("https://B.example/é/日本", LinkState.Doubtful, null, "no answer in time", s_now, s_now.AddDays(1)) { Failures = 2 },
            new("https://z.example/", LinkState.Broken, 410, null, s_now, s_now.AddDays(7)) { Failures = 1 }, new("https://a.example/", LinkState.Refused, null, "a private network", s_now, s_now),
        ];
        Assert.Empty(await Store.All());
        foreach (var link in links) Assert.True(await Store.Keep(link));
        Assert.Equal([links[2], links[1], links[3], links[0]], await Store.All());
        Assert.Null(Store.Problem);
    }

    [Fact]
    public async Task A_later_result_takes_the_place_of_the_earlier_one()
    {
        var link = new OutsideLink("https://a.example/", LinkState.Broken, 404, "gone", s_now, s_now.AddDays(7)) { Failures = 3 };
        Assert.True(await Store.Keep(link));
        var later = new OutsideLink(link.Address, LinkState.Fine, 200, null, s_now.AddDays(7), s_now.AddDays(14));
        Assert.True(await Store.Keep(later));
        Assert.Equal([later], await Store.All());
    }

    [Fact]
    public async Task Links_that_no_page_carries_are_forgotten()
    {
        foreach (var name in new[] { "a", "b", "c" }) Assert.True(await Store.Keep(new($"https://{name}.example/", LinkState.Fine, 200, null, s_now, s_now)));
        await Store.Forget(["https://a.example/", "https://c.example/", "https://never.example/"]);
        await Store.Forget([]);
        Assert.Equal(["https://b.example/"], (await Store.All()).Select(l => l.Address));
    }
}
