using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Site.Webhooks;
using KnowledgeBase.Tests.Site.Editing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Tests.Site.Webhooks;

public sealed class WebhookTests : IAsyncLifetime
{
    private const string English = "articles/hardware/hardware-change-impact.en.md";

    private readonly TempContent _content = TempContent.CopyOf("tests", "data", "site");
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("kb-webhooks-");
    private readonly SettableClock _clock = new();
    private readonly SiteOptions _options = new() { BaseUrl = "https://kb.example/" };
    private Receiver _receiver = null!;
    private SqliteWebhookStore _store = null!;
    private WebhookDelivery _delivery = null!;

    public async Task InitializeAsync()
    {
        _receiver = await Receiver.Start();
        _options.Webhooks.Targets.Add(new() { Address = _receiver.Address, Secret = _receiver.Secret });
        _store = new(_data.FullName);
        _delivery = new(_store, _clock, NullLogger<WebhookDelivery>.Instance);
    }

    public async Task DisposeAsync()
    {
        _store.Dispose();
        _content.Dispose();
        _data.Delete(true);
        await _receiver.DisposeAsync();
    }

    [Fact(DisplayName = "Feature 116: what was published is told with its pages, signed; the first content of all is not")]
    public async Task PublishedPagesAreTold()
    {
        var outbox = Outbox();
        Assert.True(await outbox.Tell(Site()));
        Assert.False(await Deliver());
        var before = Site().Info.Revision;
        _content.Change(English, "title: How a hardware change affects activation", "title: Quite another title");
        _content.Delete("articles/hardware/hardware-change-impact.ja.md");
        _content.Change("codes/0xC004F213.yaml", "en: No product key was found", "en: No key");
        var site = Site();
        Assert.True(await outbox.Tell(site));
        Assert.True(await Deliver());
        var body = Assert.Single(_receiver.Got).Body;
        Assert.Empty(_receiver.Forged);
        Assert.Equal("content.published", body.GetProperty("type").GetString());
        Assert.Equal(site.Info.BuiltAt, body.GetProperty("timestamp").GetDateTimeOffset());
        var data = body.GetProperty("data");
        Assert.Equal((site.Info.Revision, before, 0), (data.GetProperty("revision").GetString(), data.GetProperty("previous").GetString(), data.GetProperty("more").GetInt32()));
        Assert.Equal(
            [
                ("article", "hardware-change-impact", "en", "changed", "Quite another title", "https://kb.example/en/articles/hardware-change-impact"),
                ("code", "0xC004F213", "en", "changed", "No key", "https://kb.example/en/codes/0xC004F213"),
                ("code", "0xC004F213", "ja", "changed", site.Code(Code())!.Title.In(Locale.Ja), "https://kb.example/ja/codes/0xC004F213"),
                ("article", "hardware-change-impact", "ja", "removed", null, null),
            ],
            data.GetProperty("pages").EnumerateArray().Select(p => (p.GetProperty("kind").GetString(), p.GetProperty("id").GetString(), p.GetProperty("lang").GetString(), p.GetProperty("change").GetString(), p.GetProperty("title").GetString(), p.GetProperty("url").GetString())));
        Assert.False(await Deliver());
    }

    [Fact(DisplayName = "Feature 116: an article whose time has come is told, though no file changed")]
    public async Task DuePagesAreTold()
    {
        _content.Change(English, "---\ntitle:", "---\npublish-at: 2026-11-21T10:00:00Z\ntitle:");
        var outbox = Outbox();
        Assert.True(await outbox.Tell(Site()));
        Assert.Null(Site().ArticleById(Locale.En, "hardware-change-impact"));
        _clock.Now = _clock.Now.AddHours(2);
        Assert.NotNull(Site().ArticleById(Locale.En, "hardware-change-impact"));
        Assert.True(await outbox.Tell(Site()));
        Assert.True(await Deliver());
        Assert.Equal(("hardware-change-impact", "added"), Assert.Single(Pages(0)));
    }

    [Fact(DisplayName = "Feature 116: what changed while the site was stopped is told after its start")]
    public async Task ChangesOfAStoppedSiteAreTold()
    {
        Assert.True(await Outbox().Tell(Site()));
        Edit("Another title");
        Assert.True(await Outbox().Tell(Site()));
        Assert.True(await Deliver());
        Assert.Equal(("hardware-change-impact", "changed"), Assert.Single(Pages(0)));
    }

    [Fact(DisplayName = "Feature 116: replicas tell one thing once, also the one that gets there later; what is taken back is told")]
    public async Task ReplicasTellOnce()
    {
        var (one, two, first) = (Outbox(), Outbox(), Site());
        await one.Tell(first);
        await two.Tell(first);
        Edit("Second title");
        var second = Site();
        Edit("Third title");
        var third = Site();
        foreach (var site in new[] { second, third }) Assert.True(await one.Tell(site));
        foreach (var site in new[] { second, second, third }) Assert.True(await two.Tell(site));
        while (await Deliver()) { }
        Assert.Equal([second.Info.Revision, third.Info.Revision], Revisions());
        await two.Tell(second);
        await one.Tell(second);
        while (await Deliver()) { }
        Assert.Equal([second.Info.Revision, third.Info.Revision, second.Info.Revision], Revisions());
    }

    [Fact(DisplayName = "Feature 116: a message that does not arrive is sent again with the same id, and later ones wait for it")]
    public async Task FailedMessagesAreSentAgain()
    {
        var outbox = Outbox();
        await outbox.Tell(Site());
        Edit("Second title");
        await outbox.Tell(Site());
        Edit("Third title");
        await outbox.Tell(Site());
        _receiver.Answer = 500;
        Assert.False(await Deliver());
        Assert.Equal("127.0.0.1: it answered 500", _delivery.Problem);
        Assert.False(await Deliver());
        Assert.Single(_receiver.Got);
        _receiver.Answer = 302;
        _clock.Now = _clock.Now.AddSeconds(5);
        Assert.False(await Deliver());
        Assert.Equal("127.0.0.1: it answered 302", _delivery.Problem);
        Assert.Empty(_receiver.Forged);
        _receiver.Answer = 200;
        _clock.Now = _clock.Now.AddMinutes(1);
        Assert.True(await Deliver());
        Assert.True(await Deliver());
        Assert.False(await Deliver());
        Assert.Null(_delivery.Problem);
        var ids = _receiver.Got.Select(g => g.Id).ToList();
        Assert.Equal((4, 1, 2), (ids.Count, ids.Take(3).Distinct().Count(), ids.Distinct().Count()));
    }

    [Fact(DisplayName = "Feature 116: what failed on one replica and arrived from another is no problem of the first any more")]
    public async Task AnotherReplicaDelivers()
    {
        var outbox = Outbox();
        await outbox.Tell(Site());
        Edit("Second title");
        await outbox.Tell(Site());
        _receiver.Answer = 500;
        Assert.False(await Deliver());
        _receiver.Answer = 204;
        _clock.Now = _clock.Now.AddSeconds(5);
        using var sender = new WebhookSender(allowPrivate: true);
        Assert.NotNull(_delivery.Problem);
        Assert.True(await new WebhookDelivery(_store, _clock, NullLogger<WebhookDelivery>.Instance).Next(_options.Webhooks.Targets[0], sender));
        _clock.Now = _clock.Now.AddMinutes(2);
        Assert.False(await Deliver());
        Assert.Null(_delivery.Problem);
    }

    [Fact(DisplayName = "Feature 116: a target that is away for three days loses its message, and gets the next")]
    public async Task MessagesAreGivenUp()
    {
        var outbox = Outbox();
        await outbox.Tell(Site());
        Edit("Second title");
        await outbox.Tell(Site());
        _receiver.Answer = 503;
        for (var hour = 0; hour < 80; hour++, _clock.Now = _clock.Now.AddHours(1)) Assert.False(await Deliver());
        Assert.InRange(_receiver.Got.Count, 65, 75);
        _receiver.Answer = 200;
        Edit("Third title");
        await outbox.Tell(Site());
        Assert.True(await Deliver());
        Assert.Equal(2, _receiver.Got.Select(g => g.Id).Distinct().Count());
    }

    [Fact(DisplayName = "Feature 116: nothing is sent into a private network unless the settings allow it")]
    public async Task PrivateNetworksAreNotEntered()
    {
        var outbox = Outbox();
        await outbox.Tell(Site());
        Edit("Second title");
        await outbox.Tell(Site());
        using var sender = new WebhookSender(allowPrivate: false);
        Assert.False(await _delivery.Next(_options.Webhooks.Targets[0], sender));
        Assert.Equal("127.0.0.1: 127.0.0.1 lies in a private network", _delivery.Problem);
        Assert.Empty(_receiver.Got);
    }

    [Fact]
    public async Task A_store_that_cannot_be_used_is_tried_again()
    {
        using var broken = new SqliteWebhookStore(Path.Combine(_content.At(English), "no-folder"));
        Assert.False(await new WebhookOutbox(broken, Options.Create(_options), _clock).Tell(Site()));
        Assert.NotNull(broken.Problem);
    }

    private static ErrorCode Code() => ErrorCode.TryParse("0xC004F213", out var code) ? code : throw new InvalidOperationException();

    private WebhookOutbox Outbox() => new(_store, Options.Create(_options), _clock);

    private SiteSnapshot Site() => SiteBuilder.Build([.. ContentFolder.Read(_content.Folder).Select(f => f.Content)], null, _clock);

    private void Edit(string title)
    {
        var line = _content.Read(English).Split('\n').First(l => l.StartsWith("title:", StringComparison.Ordinal));
        _content.Change(English, line, "title: " + title);
    }

    private async Task<bool> Deliver()
    {
        using var sender = new WebhookSender(allowPrivate: true);
        return await _delivery.Next(_options.Webhooks.Targets[0], sender);
    }

    private IEnumerable<(string?, string?)> Pages(int message) =>
        _receiver.Got.ElementAt(message).Body.GetProperty("data").GetProperty("pages").EnumerateArray().Select(p => (p.GetProperty("id").GetString(), p.GetProperty("change").GetString()));

    private IEnumerable<string?> Revisions() => _receiver.Got.Select(g => g.Body.GetProperty("data").GetProperty("revision").GetString());
}
