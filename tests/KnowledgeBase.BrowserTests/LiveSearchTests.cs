using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>The search page in a browser: results while typing, filters, the address, and what is left without a circuit.</summary>
[Collection(SharedSite.Name)]
public sealed class LiveSearchTests(RunningSite site)
{
    [BrowserTheory(DisplayName = "Features 22, 27: results follow the typing without a page load, and the address and the title keep in step")]
    [InlineData("ja", "認証", 390, ColorScheme.Light)]
    [InlineData("en", "activation", 1280, ColorScheme.Dark)]
    public async Task ResultsFollowTheTyping(string lang, string typed, int width, ColorScheme scheme)
    {
        await using var visitor = await site.Visit(lang, width, scheme: scheme);
        await Arrive(visitor, $"/{lang}/search?q=KMS");
        await visitor.Page.EvaluateAsync("window.stayed = true");
        await visitor.Page.Locator("#q").FillAsync(typed);
        await Assertions.Expect(visitor.Page.Locator("h1")).ToContainTextAsync(typed);
        await visitor.Page.WaitForURLAsync($"**/{lang}/search?q={Uri.EscapeDataString(typed)}");
        Assert.Contains(typed, await visitor.Page.TitleAsync());
        Assert.NotEqual(0, await visitor.Page.Locator(".hit").CountAsync());
        await Assertions.Expect(visitor.Page.Locator("#q")).ToBeFocusedAsync();
        Assert.Empty((await visitor.Page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}"));

        await visitor.Page.GoBackAsync();
        await Assertions.Expect(visitor.Page.Locator("h1")).ToContainTextAsync("KMS");
        Assert.Equal("KMS", await visitor.Page.Locator("#q").InputValueAsync());
        await visitor.Page.GoForwardAsync();
        await Assertions.Expect(visitor.Page.Locator("h1")).ToContainTextAsync(typed);
        Assert.True(await visitor.Page.EvaluateAsync<bool>("window.stayed === true"), "the page was loaded again");
        Assert.Empty(visitor.Complaints);
    }

    [BrowserFact(DisplayName = "Feature 29: a filter narrows the results in place, stands in the address, and Back takes it off")]
    public async Task FiltersNarrow()
    {
        await using var visitor = await site.Visit("en");
        await Arrive(visitor, "/en/search?q=activation");
        var all = await visitor.Page.Locator(".hit").CountAsync();
        await visitor.Page.Locator("[aria-labelledby=facet-kind] a[href*='kind=code']").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/en/search?q=activation&kind=code");
        await Assertions.Expect(visitor.Page.Locator("[aria-labelledby=facet-kind] a[href*='kind=code']")).ToHaveAttributeAsync("aria-current", "true");
        var shown = int.Parse((await visitor.Page.Locator("[aria-labelledby=facet-kind] a[href*='kind=code'] .count").TextContentAsync())!);
        await Assertions.Expect(visitor.Page.Locator(".hit")).ToHaveCountAsync(Math.Min(50, shown));
        await visitor.Page.GoBackAsync();
        await Assertions.Expect(visitor.Page.Locator(".hit")).ToHaveCountAsync(all);
        Assert.Equal("/en/search?q=activation", visitor.Path);
    }

    [BrowserFact(DisplayName = "Features 27, 41: where the circuit cannot be had, form, filters and Back are plain and bring the same results")]
    public async Task PlainWithoutTheCircuit()
    {
        await using var visitor = await site.Visit("ja");
        await visitor.Page.RouteAsync("**/_blazor**", r => r.AbortAsync());
        await visitor.Page.GotoAsync("/ja/search?q=KMS");
        var first = await visitor.Page.Locator(".hit-title").AllTextContentsAsync();
        await visitor.Page.Locator("#q").FillAsync("認証");
        await visitor.Page.Locator("#q").PressAsync("Enter");
        await visitor.Page.WaitForURLAsync("**/ja/search?q=" + Uri.EscapeDataString("認証"));
        await Assertions.Expect(visitor.Page.Locator("h1")).ToContainTextAsync("認証");
        await visitor.Page.Locator("[aria-labelledby=facet-kind] a[href*='kind=article']").ClickAsync();
        await visitor.Page.WaitForURLAsync("**kind=article");
        await visitor.Page.GoBackAsync();
        await visitor.Page.GoBackAsync();
        await Assertions.Expect(visitor.Page.Locator("h1")).ToContainTextAsync("KMS");
        Assert.Equal(first, await visitor.Page.Locator(".hit-title").AllTextContentsAsync());
    }

    [BrowserTheory(DisplayName = "Feature 106: when the connection breaks, the search is a plain form, and the guided check says so in the reader's language and leads on by links")]
    [InlineData("ja", "つなぎ直し")]
    [InlineData("en", "Reconnecting")]
    public async Task BrokenConnectionsAreSurvived(string lang, string notice)
    {
        await using var visitor = await site.Visit(lang);
        var isDown = false;
        IWebSocketRoute? circuit = null;
        await visitor.Page.RouteWebSocketAsync("**/_blazor**", socket =>
        {
            if (isDown) _ = socket.CloseAsync();
            else (circuit, _) = (socket, socket.ConnectToServer());
        });
        // The handshake is refused too, else another transport takes over.
        await visitor.Page.RouteAsync("**/_blazor/negotiate**", r => isDown ? r.AbortAsync() : r.ContinueAsync());
        await Arrive(visitor, $"/{lang}/search?q=KMS");
        await visitor.Page.EvaluateAsync("window.stayed = true");
        isDown = true;
        await circuit!.CloseAsync();
        await Assertions.Expect(visitor.Page.Locator("#components-reconnect-modal")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("components-reconnect-(show|failed)"));
        await Assertions.Expect(visitor.Page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
        await visitor.Page.Locator("#q").FillAsync("OEM");
        await visitor.Page.Locator("#q").PressAsync("Enter");
        await visitor.Page.WaitForURLAsync($"**/{lang}/search?q=OEM");
        await Assertions.Expect(visitor.Page.Locator("h1")).ToContainTextAsync("OEM");
        Assert.False(await visitor.Page.EvaluateAsync<bool>("window.stayed === true"));

        isDown = false;
        await Arrive(visitor, $"/{lang}/guides/windows-activation");
        isDown = true;
        await circuit.CloseAsync();
        await Assertions.Expect(visitor.Page.Locator("#components-reconnect-modal")).ToContainTextAsync(notice);
        await Assertions.Expect(visitor.Page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        await visitor.Page.Locator("a.answer").Nth(1).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/guides/windows-activation/*?*");
    }

    [BrowserFact(DisplayName = "Features 27, 107: who only reads results opens no circuit; who types before it is there gets the results of what was typed")]
    public async Task CircuitComesForWhoTypes()
    {
        await using var visitor = await site.Visit("en");
        var circuits = 0;
        visitor.Page.WebSocket += (_, _) => circuits++;
        var late = new TaskCompletionSource();
        await visitor.Page.RouteAsync("**/blazor.web.*js", async r => { await late.Task; await r.ContinueAsync(); });
        await visitor.Page.GotoAsync("/en/search?q=KMS", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Equal(0, await visitor.Page.Locator("script[src*='blazor']").CountAsync());
        await visitor.Page.Locator("#q").PressSequentiallyAsync(" motherboard");
        await Assertions.Expect(visitor.Page.Locator("h1")).Not.ToContainTextAsync("motherboard");
        late.SetResult();
        await Assertions.Expect(visitor.Page.Locator("h1")).ToContainTextAsync("motherboard");
        Assert.Equal(1, circuits);
        Assert.Empty(visitor.Complaints);
    }

    [BrowserFact(DisplayName = "Feature 23: while a word is converted the results wait, and the Enter that ends the conversion neither submits nor jumps")]
    public async Task ConversionsAreLeftAlone()
    {
        await using var visitor = await site.Visit("ja");
        await Arrive(visitor, "/ja/search?q=KMS");
        await visitor.Page.Locator("#q").FocusAsync();
        await visitor.Page.EvaluateAsync("""
            () => {
              const box = document.querySelector("#q");
              box.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
              box.value = "にんs";
              box.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
            }
            """);
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("h1")).ToContainTextAsync("KMS");
        Assert.Equal("にんs", await visitor.Page.Locator("#q").InputValueAsync());
        await visitor.Page.EvaluateAsync("""
            () => {
              const box = document.querySelector("#q");
              box.value = "認証";
              box.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: "認証" }));
              box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(visitor.Page.Locator("h1")).ToContainTextAsync("認証");
        Assert.StartsWith("/ja/search?q=", visitor.Path);
    }

    [BrowserTheory(DisplayName = "Feature 68: Enter on a code goes straight to its page, from every box, with and without script")]
    [InlineData("/ja", "#q-home", true)]
    [InlineData("/ja/codes", "#q", false)]
    [InlineData("/ja/search?q=KMS", "#q", true)]
    public async Task CodesAreGoneTo(string from, string box, bool script)
    {
        await using var visitor = await site.Visit("ja", script: script);
        if (script && from.Contains("search", StringComparison.Ordinal)) await Arrive(visitor, from);
        else await visitor.Page.GotoAsync(from);
        await visitor.Page.Locator(box).FillAsync("-1073417709");
        await visitor.Page.Locator(box).PressAsync("Enter");
        await visitor.Page.WaitForURLAsync("**/ja/codes/0xC004F213");
    }

    [BrowserTheory(DisplayName = "Feature 109: a product key is taken out of the box with an explanation before anything is asked")]
    [InlineData("/ja", "#q-home", "BCDFG-HJKMP-QRTVW-XY234-6789B")]
    [InlineData("/en/search?q=KMS", "#q", "ＢＣＤＦＧ　ＨＪＫＭＰ　ＱＲＴＶＷ　ＸＹ２３４　６７８９Ｂ")]
    [InlineData("/en/codes", "#q", "bcdfghjkmpqrtvwxy2346789b")]
    public async Task KeysStayInTheBox(string from, string box, string key)
    {
        await using var visitor = await site.Visit(from[1..3]);
        var asked = new System.Collections.Concurrent.ConcurrentQueue<string>();
        visitor.Page.Request += (_, r) => asked.Enqueue(Uri.UnescapeDataString(r.Url) + r.PostData);
        if (from.Contains("search", StringComparison.Ordinal)) await Arrive(visitor, from);
        else await visitor.Page.GotoAsync(from);
        await visitor.Page.Locator(box).FillAsync("key " + key);
        await Assertions.Expect(visitor.Page.Locator(".search-refused")).ToBeVisibleAsync();
        Assert.Equal("key *****", await visitor.Page.Locator(box).InputValueAsync());
        await visitor.Page.Locator(box).PressAsync("Enter");
        await Assertions.Expect(visitor.Page.Locator("[data-results] .banner")).ToBeVisibleAsync();
        Assert.DoesNotContain(asked, a => a.Contains("6789", StringComparison.Ordinal) || a.Contains("６７８９", StringComparison.Ordinal));
        Assert.Empty(visitor.Complaints);
    }

    // The island is live when its circuit has taken over the first rendering; on the search page it comes for whoever turns to the box.
    private static async Task Arrive(Visitor visitor, string path)
    {
        await visitor.Page.GotoAsync(path);
        await visitor.Page.Locator("#q").FocusAsync();
        await visitor.Page.Locator("[data-island][data-live]").WaitForAsync();
    }
}
