using System.Text;
using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>Feature 106: the guided check outlives its circuit.</summary>
[Collection(SharedSite.Name)]
public sealed class ReconnectTests(RunningSite site)
{
    private const string Guide = "/guides/windows-activation";

    [BrowserTheory(DisplayName = "Feature 106: while the connection is down a notice says so in the reader's language and links lead on; when it is back the check goes on in place")]
    [InlineData("ja", ColorScheme.Dark, 390)]
    [InlineData("en", ColorScheme.Light, 1280)]
    public async Task DroppedConnection(string lang, ColorScheme scheme, int width)
    {
        await using var visitor = await site.Visit(lang, width, scheme: scheme);
        await using var line = await Line.To(visitor);
        await Arrive(visitor, $"/{lang}{Guide}?tool=no&status=not-active");
        var asked = await visitor.Page.Locator("h1").TextContentAsync();
        await visitor.Page.EvaluateAsync("window.stayed = true");

        await line.Cut();
        await Assertions.Expect(visitor.Page.Locator(".reconnect-trying")).ToBeVisibleAsync();
        Assert.Contains(lang == "ja" ? "つな" : "onnect", await visitor.Page.Locator(".reconnect-trying").InnerTextAsync());
        Assert.Equal(asked, await visitor.Page.Locator("h1").TextContentAsync());

        line.Mend();
        await Assertions.Expect(visitor.Page.Locator(".reconnect-trying")).ToBeHiddenAsync(new() { Timeout = 30_000 });
        await visitor.Page.Locator("a.answer").First.ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("h1")).Not.ToHaveTextAsync(asked!);
        Assert.True(await visitor.Page.EvaluateAsync<bool>("window.stayed === true"), "the page was loaded again");
    }

    [BrowserFact(DisplayName = "Feature 106: a click while the connection is down loads the next question as a page")]
    public async Task LinksLeadOnMeanwhile()
    {
        await using var visitor = await site.Visit("en");
        await using var line = await Line.To(visitor);
        await Arrive(visitor, $"/en{Guide}?tool=no&status=not-active");
        var asked = await visitor.Page.Locator("h1").TextContentAsync();
        await line.Cut();
        await Assertions.Expect(visitor.Page.Locator(".reconnect-trying")).ToBeVisibleAsync();
        await visitor.Page.Locator("a.answer").First.ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("h1")).Not.ToHaveTextAsync(asked!);
        Assert.Contains("status=not-active", visitor.Path);
    }

    [BrowserTheory(DisplayName = "Feature 106: a laptop that slept until the server forgot its circuit says so, and one link goes on with every answer kept")]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task SleepingLaptop(string lang)
    {
        await using var visitor = await site.Visit(lang, 390);
        await using var line = await Line.To(visitor);
        await Arrive(visitor, $"/{lang}{Guide}?tool=no&status=not-active");
        var (asked, address) = (await visitor.Page.Locator("h1").TextContentAsync(), visitor.Path);

        await line.Cut();
        // The server no longer knows the circuit that the browser asks for when it wakes up.
        line.IsForgotten = true;
        line.Mend();
        var lost = visitor.Page.Locator(".reconnect-lost");
        await Assertions.Expect(lost).ToBeVisibleAsync(new() { Timeout = 30_000 });
        line.IsForgotten = false;
        await lost.Locator("a").ClickAsync();
        await visitor.Page.Locator("[data-island][data-live]").WaitForAsync();
        Assert.Equal(asked, await visitor.Page.Locator("h1").TextContentAsync());
        Assert.Equal(address, visitor.Path);
        await Assertions.Expect(visitor.Page.Locator(".trail li").First).ToBeVisibleAsync();
    }

    [BrowserFact(DisplayName = "Features 44, 106: a reload in the middle of the check keeps question, answers and language")]
    public async Task Reload()
    {
        await using var visitor = await site.Visit("ja", 390);
        await Arrive(visitor, $"/ja{Guide}");
        await visitor.Page.Locator("a.answer").Nth(2).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/guides/windows-activation/*?*");
        var asked = await visitor.Page.Locator("h1").TextContentAsync();
        await visitor.Page.ReloadAsync();
        Assert.Equal(asked, await visitor.Page.Locator("h1").TextContentAsync());
        await Assertions.Expect(visitor.Page.Locator(".trail li")).ToHaveCountAsync(1);
    }

    [BrowserTheory(DisplayName = "What was opened and typed before the island came to life stays opened and typed")]
    [InlineData("en", 1280)]
    [InlineData("ja", 390)]
    public async Task EarlyTypingStays(string lang, int width)
    {
        await using var visitor = await site.Visit(lang, width);
        // The script of the island comes late, as on a slow line.
        var late = new TaskCompletionSource();
        await visitor.Page.RouteAsync("**/blazor.web.*js", async r => { await late.Task; await r.ContinueAsync(); });
        await visitor.Page.GotoAsync($"/{lang}{Guide}?status=not-active&owner=own", new() { WaitUntil = WaitUntilState.Commit });
        await visitor.Page.Locator(".paste summary").ClickAsync();
        await visitor.Page.Locator("#paste").FillAsync("LICENSE STATUS");
        await visitor.Page.Locator("#guide-code").PressSequentiallyAsync("0xC004");
        late.SetResult();
        await visitor.Page.Locator("[data-island][data-live]").WaitForAsync();
        await Assertions.Expect(visitor.Page.Locator("#paste")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("#paste")).ToHaveValueAsync("LICENSE STATUS");
        await Assertions.Expect(visitor.Page.Locator("#guide-code")).ToBeFocusedAsync();
        await visitor.Page.Keyboard.TypeAsync("C008");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.WaitForURLAsync("**code=0xC004C008**");
        Assert.Empty(visitor.Complaints);
    }

    private static async Task Arrive(Visitor visitor, string path)
    {
        await visitor.Page.GotoAsync(path);
        await visitor.Page.Locator("[data-island][data-live]").WaitForAsync();
    }

    /// <summary>The web socket between browser and server, which a test can cut.</summary>
    private sealed class Line : IAsyncDisposable
    {
        private readonly List<IWebSocketRoute> _open = [];
        private bool _isCut;

        /// <summary>Whether the server is asked for a circuit that it does not know.</summary>
        public bool IsForgotten { get; set; }

        public static async Task<Line> To(Visitor visitor)
        {
            var line = new Line();
            await visitor.Page.RouteWebSocketAsync(u => u.Contains("/_blazor", StringComparison.Ordinal), line.Connect);
            return line;
        }

        public async Task Cut()
        {
            _isCut = true;
            foreach (var socket in _open) await socket.CloseAsync(new() { Code = 1012 });
            _open.Clear();
        }

        public void Mend() => _isCut = false;

        public ValueTask DisposeAsync()
        {
            Mend();
            return ValueTask.CompletedTask;
        }

        private void Connect(IWebSocketRoute browser)
        {
            if (_isCut)
            {
                _ = browser.CloseAsync(new() { Code = 1012 });
                return;
            }
            _open.Add(browser);
            var server = browser.ConnectToServer();
            browser.OnMessage(m =>
            {
                // Only the handshake is text; what stands in the other property of a frame is not told.
                if (m.Text is ['{', ..] text) server.Send(text);
                else server.Send(IsForgotten ? Forget(m.Binary!) : m.Binary!);
            });
        }

        // The circuit's secret name follows the name of the call; one other letter in it is another circuit.
        private static byte[] Forget(byte[] message)
        {
            var at = message.AsSpan().IndexOf(Encoding.ASCII.GetBytes("ConnectCircuit"));
            if (at < 0) return message;
            var other = message.ToArray();
            var letter = at + 40;
            other[letter] = other[letter] == (byte)'A' ? (byte)'B' : (byte)'A';
            return other;
        }
    }
}
