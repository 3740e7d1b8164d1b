using System.Net;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Tests.Content;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Tests.Site.Insights;

public sealed class OutsideLinkTests : IAsyncLifetime
{
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("kb-links-");
    private readonly List<string> _asked = [];
    private WebApplication _site = null!;

    private string Address => _site.Urls.First();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _site = builder.Build();
        _site.Run(context =>
        {
            lock (_asked) _asked.Add($"{context.Request.Method} {context.Request.Path}");
            context.Response.StatusCode = context.Request.Path.Value switch
            {
                "/fine" => 200,
                "/no-head" => HttpMethods.IsHead(context.Request.Method) ? 405 : 200,
                "/moved" or "/inside" => 302,
                "/gone" => 410,
                _ => 500,
            };
            if (context.Request.Path == "/moved") context.Response.Headers.Location = "/fine";
            if (context.Request.Path == "/inside") context.Response.Headers.Location = "http://169.254.169.254/latest";
            return Task.CompletedTask;
        });
        await _site.StartAsync();
    }

    [Theory(DisplayName = "Feature 86: the head is asked for first, the page where a site does not answer to that; redirects are followed")]
    [InlineData("/fine", 200, "HEAD /fine")]
    [InlineData("/no-head", 200, "HEAD /no-head", "GET /no-head")]
    [InlineData("/moved", 200, "HEAD /moved", "HEAD /fine")]
    [InlineData("/gone", 410, "HEAD /gone", "GET /gone")]
    public async Task SitesAreAsked(string path, int status, params string[] asked)
    {
        using var checker = new LinkChecker(allowPrivate: true);
        var answer = await checker.Ask(Address + path);
        Assert.Equal((status, null, false), (answer.Status, answer.Problem, answer.IsRefused));
        Assert.Equal(asked, _asked);
    }

    [Fact(DisplayName = "Feature 86: an address in a private network is not asked, by number or by name")]
    public async Task PrivateNetworksAreNotAsked()
    {
        using var checker = new LinkChecker();
        var port = new Uri(Address).Port;
        foreach (var host in new[] { "127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]" })
            Assert.True((await checker.Ask($"http://{host}:{port}/fine")) is { IsRefused: true } or { Status: null, Problem: not null }, host);
        Assert.True((await checker.Ask(Address + "/fine")).IsRefused);
        Assert.Empty(_asked);
    }

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.31.255.255", true)]
    [InlineData("192.168.0.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("::1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("::ffff:10.0.0.1", true)]
    [InlineData("64:ff9b::a00:1", true)]
    [InlineData("8.8.8.8", false)]
    [InlineData("172.32.0.1", false)]
    [InlineData("2606:4700::1", false)]
    public void Private_networks_are_known(string address, bool isPrivate) => Assert.Equal(isPrivate, PrivateNetworks.Hold(IPAddress.Parse(address)));

    [Fact(DisplayName = "Feature 86: what fails is tried again later and later, and counts as broken the third time; what is gone at once")]
    public void FailuresBackOff()
    {
        var answer = new LinkAnswer("https://a.example/", null, "no answer in time");
        OutsideLink? link = null;
        var waits = new List<(LinkState, double)>();
        for (var i = 0; i < 7; i++)
        {
            link = OutsideLink.After(link, answer, s_now, s_day);
            waits.Add((link.State, (link.Next - s_now).TotalDays));
        }

        Assert.Equal([(LinkState.Doubtful, 1), (LinkState.Doubtful, 2), (LinkState.Broken, 4), (LinkState.Broken, 8), (LinkState.Broken, 16), (LinkState.Broken, 16), (LinkState.Broken, 16)], waits);
        Assert.Equal(LinkState.Broken, OutsideLink.After(null, answer with { Status = 404, Problem = null }, s_now, s_day).State);
        var again = OutsideLink.After(link, answer with { Status = 200, Problem = null }, s_now, s_day);
        Assert.Equal((LinkState.Fine, 0, s_now + s_day), (again.State, again.Failures, again.Next));
    }

    [Fact(DisplayName = "Feature 86: a round asks what is due, keeps the results and forgets links that no page carries any more")]
    public async Task RoundsKeepResults()
    {
        using var content = TempContent.CopyOf("tests", "data", "site");
        content.Write("articles/activation/with-links.en.md", $"---\ntitle: Links\nsummary: Links.\n---\n\n[a]({Address}/fine#part) [b]({Address}/gone) [c]({Address}/fine)\n");
        using var store = new SqliteLinkStore(_home.FullName);
        await store.Keep(new("https://gone.example/", LinkState.Fine, 200, null, s_now, s_now));
        var site = SiteBuilder.Build([.. ContentFolder.Read(content.Folder).Select(f => f.Content)], null, TimeProvider.System);
        using var checker = new LinkChecker(allowPrivate: true, TimeSpan.FromSeconds(2));
        var round = new LinkRound(store, checker, TimeProvider.System);
        await round.Run(site, s_day, TimeSpan.Zero, false);
        var kept = (await store.All()).Where(l => l.Address.StartsWith(Address, StringComparison.Ordinal)).ToList();
        Assert.Equal([(Address + "/gone", LinkState.Broken, 410), (Address + "/fine", LinkState.Fine, 200)], kept.Select(l => (l.Address, l.State, l.Status ?? 0)));
        Assert.DoesNotContain(await store.All(), l => l.Address == "https://gone.example/");
        Assert.Equal(["articles/activation/with-links.en.md"], OutsideLinks.Pages(site, Address + "/gone"));
        _asked.Clear();
        await round.Run(site, s_day, TimeSpan.Zero, false);
        Assert.Empty(_asked);
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _home.Delete(true);
    }
}
