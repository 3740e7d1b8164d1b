using System.Net;
using System.Net.WebSockets;
using KnowledgeBase.Web.Circuits;
using KnowledgeBase.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web;

public sealed class CircuitLimitTests : IAsyncLifetime
{
    private readonly SampleHost _site = new();

    private string Origin => _site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    private CircuitCount Count => _site.Services.GetRequiredService<CircuitCount>();

    [Fact(DisplayName = "F28: an address gets no more circuits than its share, all together no more than there may be, and a closed one makes room")]
    public async Task Limits()
    {
        var first = await Open("203.0.113.1");
        var second = await Open("203.0.113.1");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Refused("203.0.113.1"));
        var other = await Open("203.0.113.2");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Refused("203.0.113.3"));
        Assert.Equal((3, 2L), (Count.Open, Count.Refused));
        first.Dispose();
        for (var i = 0; Count.Open > 2 && i < 500; i++) await Task.Delay(20);
        using var third = await Open("203.0.113.3");
        second.Dispose();
        other.Dispose();
        third.Dispose();
        for (var i = 0; Count.Open > 0 && i < 500; i++) await Task.Delay(20);
        Assert.Equal(0, Count.Open);
        using var page = await _site.GetRaw("/en/guides/windows-activation/map");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory(DisplayName = "Long polling, which would go round the limits, is refused")]
    [InlineData("GET", "/_blazor")]
    [InlineData("GET", "/_blazor?id=abc")]
    [InlineData("POST", "/_blazor?id=abc")]
    public async Task NoPolling(string method, string path)
    {
        using var answer = await _site.Send(new(method), path, ("Origin", Origin));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.True(answer.Headers.Contains("Retry-After"));
    }

    [Fact(DisplayName = "F27: a replica that is about to end says so, takes no new circuit and answers readers as ever")]
    public async Task Draining()
    {
        using (var ready = await _site.GetRaw("/health/ready")) Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        _site.Services.GetRequiredService<Drain>().Begin();
        using (var ending = await _site.GetRaw("/health/ready"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ending.StatusCode);
            Assert.Contains("\"ending\"", await ending.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Refused("203.0.113.9"));
        foreach (var path in new[] { "/health/live", "/ja", "/en/search?q=OEM", "/api/search?q=OEM" })
        {
            using var page = await _site.GetRaw(path);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    [Fact]
    public async Task Health_tells_what_runs_here()
    {
        var text = await _site.Text("/health/ready");
        Assert.Contains($"\"runtime\":\"{Environment.Version}\"", text, StringComparison.Ordinal);
        Assert.Contains("\"oldestRuntime\":\"10.0.9\"", text, StringComparison.Ordinal);
        Assert.False(RuntimeRequirements.IsTooOld(Environment.Version));
        Assert.Matches("\"indexedSections\":[1-9]", text);
    }

    [Theory]
    [InlineData("10.0.8", true)]
    [InlineData("9.0.22", true)]
    [InlineData("10.0.9", false)]
    [InlineData("11.0.0", false)]
    public void A_runtime_with_known_holes_is_too_old(string version, bool isTooOld) => Assert.Equal(isTooOld, RuntimeRequirements.IsTooOld(Version.Parse(version)));

    public Task InitializeAsync()
    {
        _site.Settings["KnowledgeBase:RateLimits:CircuitsPerAddress"] = "2";
        _site.Settings["KnowledgeBase:RateLimits:Circuits"] = "3";
        return _site.InitializeAsync();
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_site).DisposeAsync();

    private async Task<ClientWebSocket> Open(string visitor)
    {
        var socket = Socket(visitor);
        await socket.ConnectAsync(new Uri($"ws://{_site.Client.BaseAddress!.Authority}/_blazor"), CancellationToken.None);
        return socket;
    }

    private async Task<HttpStatusCode> Refused(string visitor)
    {
        using var socket = Socket(visitor);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri($"ws://{_site.Client.BaseAddress!.Authority}/_blazor"), CancellationToken.None));
        return socket.HttpStatusCode;
    }

    private ClientWebSocket Socket(string visitor)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Origin", Origin);
        socket.Options.SetRequestHeader("X-Forwarded-For", visitor);
        return socket;
    }
}
