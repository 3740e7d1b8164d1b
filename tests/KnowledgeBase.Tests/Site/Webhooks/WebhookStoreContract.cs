using KnowledgeBase.Site.Storage;
using KnowledgeBase.Site.Webhooks;

namespace KnowledgeBase.Tests.Site.Webhooks;

/// <summary>What every webhook store keeps its word about.</summary>
public abstract class WebhookStoreContract
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(1);

    protected abstract IWebhookStore Store { get; }

    [Fact(DisplayName = "Feature 116: publications are numbered, and only the newest keeps its pages")]
    public async Task PublicationsAreNumbered()
    {
        Assert.Null(await Store.Latest());
        var first = await Store.Add(0, new(0, "a", "r1", "pages 一"), [], s_now);
        var second = await Store.Add(first!.Value, new(0, "b", "r2", "pages 2"), [], s_now);
        Assert.True(second > first);
        Assert.Equal(new Publication(second!.Value, "b", "r2", "pages 2"), await Store.Latest());
        Assert.Equal(first, await Store.Find("a", 0));
        Assert.Null(await Store.Find("a", first.Value));
        Assert.Null(await Store.Find("c", 0));
        Assert.Null(Store.Problem);
    }

    [Fact(DisplayName = "Feature 116: of two replicas that publish at once, one writes the messages")]
    public async Task OneOfTwoWrites()
    {
        Assert.NotNull(await Store.Add(0, new(0, "a", "r", ""), [], s_now));
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Store.Add(1, new(0, "b", "r", ""), [Message($"m{i}")], s_now)));
        Assert.Single(all, n => n is not null);
        Assert.NotNull(await Store.Take("t", s_now, s_lease));
        Assert.Null(await Store.Take("t", s_now, s_lease));
    }

    [Fact(DisplayName = "Feature 116: a message is taken by one, in order, and again after its lease or its pause")]
    public async Task MessagesAreTakenInOrder()
    {
        await Store.Add(0, new(0, "a", "r", ""), [Message("m1"), Message("m2"), Message("u1", "u")], s_now);
        Assert.Equal(Message("m1") with { Attempts = 1 }, await Store.Take("t", s_now, s_lease));
        Assert.Null(await Store.Take("t", s_now.AddSeconds(59), s_lease));
        Assert.Equal(2, (await Store.Take("t", s_now + s_lease, s_lease))?.Attempts);
        Assert.True(await Store.Postpone("m1", s_now.AddHours(1)));
        Assert.Null(await Store.Take("t", s_now.AddMinutes(59), s_lease));
        Assert.Equal(3, (await Store.Take("t", s_now.AddHours(1), s_lease))?.Attempts);
        Assert.True(await Store.End("m1"));
        Assert.False(await Store.End("m1"));
        Assert.False(await Store.Postpone("m1", s_now));
        Assert.Equal("m2", (await Store.Take("t", s_now, s_lease))?.Id);
        Assert.Equal("u1", (await Store.Take("u", s_now, s_lease))?.Id);
        Assert.Null(await Store.Take("nobody", s_now, s_lease));
    }

    [Fact]
    public async Task Messages_that_nobody_fetches_and_publications_of_long_ago_go()
    {
        await Store.Add(0, new(0, "first", "r", ""), [Message("m1")], s_now);
        var number = 1L;
        for (var i = 0; i < SqliteWebhookStore.MostPublications; i++) number = (await Store.Add(number, new(0, $"s{i}", "r", ""), [], s_now.AddDays(5)))!.Value;
        Assert.Null(await Store.Take("t", s_now.AddDays(5), s_lease));
        Assert.Null(await Store.Find("first", 0));
        Assert.NotNull(await Store.Find("s0", 0));
    }

    private static Delivery Message(string id, string target = "t") => new(id, target, "{\"名前\":1}", 0, s_now);
}
