using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>What stands at the foot of articles and code pages: was it helpful, share, hand over, print.</summary>
[Collection(SharedSite.Name)]
public sealed class FootTests(RunningSite site)
{
    [BrowserTheory(DisplayName = "Feature 90: a visitor says that a page did not help and why; with script the page stays, without it works the same")]
    [InlineData("ja", "/articles/fix-0xc004f213", true, 390)]
    [InlineData("en", "/codes/0xC004F213", true, 1280)]
    [InlineData("ja", "/codes/0xC004C008", false, 390)]
    [InlineData("en", "/articles/fix-0xc004c008", false, 1280)]
    public async Task VotesAreTaken(string lang, string path, bool script, int width)
    {
        await using var visitor = await site.Visit(lang, width, script);
        await visitor.Page.GotoAsync($"/{lang}{path}");
        if (script) await visitor.Page.EvaluateAsync("window.stayed = true");
        await Assertions.Expect(visitor.Page.Locator(".vote [id^=vote-]:visible")).ToHaveCountAsync(0);
        await visitor.Page.Locator(".vote button[name=helpful][value=no]").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#vote-why")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(".vote button[name=helpful]").First).ToBeHiddenAsync();
        if (script) Assert.Empty((await visitor.Page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
        await visitor.Page.Locator("#vote-why button").Nth(1).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#vote-counted")).ToBeVisibleAsync();
        if (script) Assert.True(await visitor.Page.EvaluateAsync<bool>("window.stayed === true"), "the page was loaded again");
        Assert.Equal($"/{lang}{path}", visitor.Path);
        Assert.Empty(visitor.Complaints);
    }

    [BrowserFact(DisplayName = "Feature 90: the search that led to a page goes with the vote")]
    public async Task SearchGoesWithTheVote()
    {
        await using var visitor = await site.Visit("en");
        await visitor.Page.GotoAsync("/en/search?q=product%20key%20not%20found");
        await visitor.Page.Locator(".hits a[href*='/articles/']").First.ClickAsync();
        await visitor.Page.WaitForURLAsync("**/articles/**");
        var sent = await visitor.Page.RunAndWaitForRequestAsync(() => visitor.Page.Locator(".vote button[value=no]").ClickAsync(), r => r.Method == "POST");
        Assert.Contains("query=product+key+not+found", sent.PostData);
        await Assertions.Expect(visitor.Page.Locator("#vote-why")).ToBeVisibleAsync();
    }

    [BrowserFact(DisplayName = "Where the small form cannot be sent by script, the browser sends it itself")]
    public async Task ScriptFallsBack()
    {
        await using var visitor = await site.Visit("en");
        await visitor.Page.GotoAsync("/en/codes/0xC004F211");
        await visitor.Page.EvaluateAsync("void (window.fetch = () => Promise.reject(new TypeError('blocked')))");
        await visitor.Page.Locator(".vote button[value=yes]").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#vote-counted")).ToBeVisibleAsync();
    }

    [BrowserTheory(DisplayName = "Feature 40: paper shows every variant and fold, the address, the date and a QR code, and no buttons")]
    [InlineData("ja", "/articles/fix-0xc004f213", "/a/fix-0xc004f213")]
    [InlineData("en", "/codes/0xC004F213", "/c/0xC004F213")]
    public async Task PaperIsWhole(string lang, string path, string shortPath)
    {
        await using var visitor = await site.Visit(lang, 794);
        await visitor.Page.GotoAsync($"/{lang}{path}");
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visitor.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        foreach (var variant in await visitor.Page.Locator(".variant").AllAsync()) await Assertions.Expect(variant).ToBeVisibleAsync();
        var address = site.Address.ToString().TrimEnd('/') + shortPath;
        await Assertions.Expect(visitor.Page.Locator(".handover-address")).ToContainTextAsync(address);
        await Assertions.Expect(visitor.Page.Locator(".handover-address")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("svg.qr")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-printed-on]")).ToContainTextAsync(DateTime.Today.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Assertions.Expect(visitor.Page.Locator("main button:visible, main form:visible")).ToHaveCountAsync(0);
    }

    [BrowserFact(DisplayName = "Feature 40: the outcome of a guided check is handed over with its answers, on paper too")]
    public async Task OutcomesAreHandedOver()
    {
        await using var visitor = await site.Visit("ja", 794);
        await visitor.Page.GotoAsync("/ja/guides/windows-activation?status=active-organisation");
        var address = await visitor.Page.Locator(".handover-address").TextContentAsync();
        Assert.StartsWith(site.Address + "g/windows-activation?status=active-organisation", address);
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(visitor.Page.Locator("svg.qr")).ToBeVisibleAsync();
        await visitor.Page.GotoAsync(address!);
        await Assertions.Expect(visitor.Page.Locator(".handover-address")).ToHaveTextAsync(address!);
    }

    [BrowserFact(DisplayName = "Feature 40: every page says on paper where it came from")]
    public async Task PaperNamesItsPage()
    {
        await using var visitor = await site.Visit("en", 794, script: false);
        await visitor.Page.GotoAsync("/en/glossary");
        await Assertions.Expect(visitor.Page.Locator(".foot .print-only")).ToBeHiddenAsync();
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(visitor.Page.Locator(".foot .print-only")).ToHaveTextAsync(site.Address + "en/glossary");
        await Assertions.Expect(visitor.Page.Locator(".foot .print-only")).ToBeVisibleAsync();
    }

    [BrowserFact(DisplayName = "Feature 40: on the screen the QR code is folded away until asked for")]
    public async Task HandoverUnfolds()
    {
        await using var visitor = await site.Visit("ja", 390);
        await visitor.Page.GotoAsync("/ja/codes/0xC004F213");
        await Assertions.Expect(visitor.Page.Locator("svg.qr")).ToBeHiddenAsync();
        await visitor.Page.Locator(".handover summary").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("svg.qr")).ToBeVisibleAsync();
        Assert.Empty((await visitor.Page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
    }

    [BrowserFact(DisplayName = "Feature 119: a link is copied, and shared where the system can")]
    public async Task LinksAreShared()
    {
        await using var visitor = await site.Visit("en");
        await visitor.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visitor.Page.AddInitScriptAsync("navigator.share = what => { window.shared = what; return Promise.reject(new DOMException('', 'AbortError')); }");
        await visitor.Page.GotoAsync("/en/articles/fix-0xc004f213");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Share" }).ClickAsync();
        Assert.EndsWith("/en/articles/fix-0xc004f213", await visitor.Page.EvaluateAsync<string>("window.shared.url"));
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        await visitor.Page.WaitForFunctionAsync("navigator.clipboard.readText().then(text => text.endsWith('/en/articles/fix-0xc004f213'))");
        Assert.Empty(visitor.Complaints);
    }

    [BrowserTheory(DisplayName = "Feature 33: the tab of the browser's own Windows is open at first; a chosen one wins")]
    [InlineData("15.0.0", "windows-11")]
    [InlineData("10.0.0", "windows-10")]
    public async Task OwnWindowsIsPreset(string platform, string os)
    {
        await using var visitor = await site.Visit("en");
        await visitor.Page.AddInitScriptAsync(
            $"Object.defineProperty(navigator, 'userAgentData', {{ value: {{ platform: 'Windows', getHighEntropyValues: () => Promise.resolve({{ platformVersion: '{platform}' }}) }} }})");
        await visitor.Page.GotoAsync("/en/articles/fix-0xc004f213");
        await Assertions.Expect(visitor.Page.Locator($".variant[data-os={os}]").First).ToBeVisibleAsync();
        var other = os == "windows-11" ? "Windows 10" : "Windows 11";
        await visitor.Page.GetByRole(AriaRole.Tab, new() { Name = other }).First.ClickAsync();
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Tab, new() { Name = other }).First).ToHaveAttributeAsync("aria-selected", "true");
    }

    [BrowserFact(DisplayName = "Feature 119: the contents list marks the section in view")]
    public async Task ContentsFollow()
    {
        await using var visitor = await site.Visit("en");
        await visitor.Page.GotoAsync("/en/articles/fix-0xc004f213");
        var last = visitor.Page.Locator(".contents a").Last;
        await visitor.Page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
        await Assertions.Expect(last).ToHaveAttributeAsync("aria-current", "true");
        await visitor.Page.EvaluateAsync("scrollTo(0, 0)");
        await Assertions.Expect(last).Not.ToHaveAttributeAsync("aria-current", "true");
    }
}
