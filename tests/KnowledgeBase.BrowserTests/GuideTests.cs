using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>The guided check in a browser: as links alone, and with its island.</summary>
[Collection(SharedSite.Name)]
public sealed class GuideTests(RunningSite site)
{
    private const string Guide = "/guides/windows-activation";

    [BrowserTheory(DisplayName = "Feature 41: without script the guided check leads by links to a procedure")]
    [InlineData("ja", 390)]
    [InlineData("en", 1280)]
    public async Task LinksAloneLeadToAProcedure(string lang, int width)
    {
        await using var visitor = await site.Visit(lang, width, script: false);
        await visitor.Page.GotoAsync($"/{lang}{Guide}");
        for (var steps = 0; await visitor.Page.Locator("a.answer").CountAsync() > 0; steps++)
        {
            Assert.True(steps < 20, "the walk does not end: " + visitor.Path);
            var before = visitor.Path;
            await visitor.Page.Locator("a.answer").Last.ClickAsync();
            Assert.NotEqual(before, visitor.Path);
            Assert.Equal(1, await visitor.Page.Locator("h1").CountAsync());
        }
        Assert.NotEmpty(await visitor.Page.Locator($"main a[href^='/{lang}/articles/']").AllAsync());
    }

    [BrowserFact(DisplayName = "Features 42, 44: with the island an answer moves on without a page load, gives the new question the focus and keeps the address in step")]
    public async Task IslandMovesOn()
    {
        await using var visitor = await site.Visit("en");
        await Arrive(visitor, $"/en{Guide}");
        await visitor.Page.EvaluateAsync("window.stayed = true");
        var first = await visitor.Page.Locator("h1").TextContentAsync();
        await visitor.Page.Locator("a.answer").Nth(1).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("h1")).Not.ToHaveTextAsync(first!);
        await Assertions.Expect(visitor.Page.Locator("h1")).ToBeFocusedAsync();
        await visitor.Page.WaitForURLAsync("**/guides/windows-activation/*?*");
        Assert.True(await visitor.Page.EvaluateAsync<bool>("window.stayed === true"), "the page was loaded again");

        var second = await visitor.Page.Locator("h1").TextContentAsync();
        await visitor.Page.GoBackAsync();
        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveTextAsync(first!);
        await visitor.Page.GoForwardAsync();
        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveTextAsync(second!);
        Assert.Empty(visitor.Complaints);
    }

    [BrowserFact(DisplayName = "Feature 30: the language switch keeps the answers that the island collected")]
    public async Task LanguageSwitchKeepsAnswers()
    {
        await using var visitor = await site.Visit("en");
        await Arrive(visitor, $"/en{Guide}");
        await visitor.Page.Locator("a.answer").Nth(1).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/guides/windows-activation/*?*");
        var english = visitor.Path;
        await visitor.Page.Locator("header a[hreflang=ja]").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/ja/guides/**");
        Assert.Equal("/ja" + english[3..], visitor.Path);
    }

    [BrowserFact(DisplayName = "Feature 106: when the circuit is gone the links still lead on")]
    public async Task LinksWorkWithoutTheCircuit()
    {
        await using var visitor = await site.Visit("ja");
        await visitor.Page.RouteAsync("**/_blazor**", r => r.AbortAsync());
        await visitor.Page.GotoAsync($"/ja{Guide}");
        var first = await visitor.Page.Locator("h1").TextContentAsync();
        await visitor.Page.Locator("a.answer").Nth(1).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/guides/windows-activation/*?*");
        await Assertions.Expect(visitor.Page.Locator("h1")).Not.ToHaveTextAsync(first!);
    }

    [BrowserTheory(DisplayName = "Features 49, 60: what slmgr printed answers questions without standing in an address, and the outcome is copied as a note")]
    [InlineData("ja", 390, ColorScheme.Dark, true)]
    [InlineData("en", 1280, ColorScheme.Light, true)]
    [InlineData("en", 390, ColorScheme.Light, false)]
    public async Task PastedTextAnswers(string lang, int width, ColorScheme scheme, bool script)
    {
        await using var visitor = await site.Visit(lang, width, script, scheme);
        var asked = new List<string>();
        visitor.Page.Request += (_, r) => asked.Add(r.Url);
        await visitor.Page.GotoAsync($"/{lang}{Guide}?tool=no");
        if (script) await visitor.Page.Locator("[data-island][data-live]").WaitForAsync();
        await visitor.Page.Locator(".paste summary").ClickAsync();
        await visitor.Page.Locator("#paste").FillAsync("Description: Windows(R) Operating System, RETAIL channel\nPartial Product Key: 3V66T\nLicense Status: Notification\nNotification Reason: 0xC004C008.");
        if (script) Assert.Empty((await visitor.Page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
        await visitor.Page.Locator(".paste button").ClickAsync();
        await visitor.Page.WaitForURLAsync("**#answers-read");
        await Assertions.Expect(visitor.Page.Locator("#answers-read")).ToBeVisibleAsync();
        Assert.Contains("status=not-active", visitor.Path);
        Assert.Contains("code=0xC004C008", visitor.Path);
        Assert.DoesNotContain(asked, a => a.Contains("3V66T"));
        if (!script) return;

        await visitor.Page.Locator("[data-island][data-live]").WaitForAsync();
        while (await visitor.Page.Locator("a.answer").CountAsync() > 0)
        {
            var before = await visitor.Page.Locator("h1").TextContentAsync();
            await visitor.Page.Locator("a.answer").Last.ClickAsync();
            await Assertions.Expect(visitor.Page.Locator("h1")).Not.ToHaveTextAsync(before!);
        }
        await visitor.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await Assertions.Expect(visitor.Page.Locator(".note-tools button")).ToHaveCountAsync(2);
        await visitor.Page.Locator(".note-tools button").First.ClickAsync();
        await visitor.Page.WaitForFunctionAsync("navigator.clipboard.readText().then(text => /0xC004C008[^]*\\/g\\/windows-activation\\?[^ ]*&v=[0-9a-f]{8}/.test(text))");
        Assert.Empty((await visitor.Page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
        Assert.Empty(visitor.Complaints);
    }

    [BrowserTheory(DisplayName = "Feature 52: a link of an older tree says so in the reader's language")]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task OldLinksSaySo(string lang)
    {
        await using var visitor = await site.Visit(lang);
        await visitor.Page.GotoAsync($"/g/windows-activation?tool=no&v=00000000");
        await Assertions.Expect(visitor.Page.Locator("#guide-changed")).ToBeVisibleAsync();
        Assert.Contains($"/{lang}/guides/windows-activation/", visitor.Path);
        Assert.Matches("tool=no&v=[0-9a-f]{8}$", visitor.Path);
    }

    [BrowserTheory(DisplayName = "Feature 51: answers that do not exist are dropped with a notice at the nearest question")]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task ObsoleteAnswersAreDropped(string lang)
    {
        await using var visitor = await site.Visit(lang, script: false);
        await visitor.Page.GotoAsync($"/{lang}{Guide}/nowhere?nonsense=1");
        Assert.StartsWith($"/{lang}{Guide}/", visitor.Path);
        Assert.DoesNotContain("nowhere", visitor.Path);
        Assert.DoesNotContain("nonsense", visitor.Path);
        Assert.Equal(0, await visitor.Page.Locator(".trail").CountAsync());
        await Assertions.Expect(visitor.Page.Locator("#answers-dropped")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("#guide-changed")).ToBeHiddenAsync();
    }

    // The island is live when its circuit has taken over the first rendering.
    private static async Task Arrive(Visitor visitor, string path)
    {
        await visitor.Page.GotoAsync(path);
        await visitor.Page.Locator("[data-island][data-live]").WaitForAsync();
    }
}
