using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>What every kind of page owes every reader.</summary>
[Collection(SharedSite.Name)]
public sealed class PageTests(RunningSite site)
{
    private static readonly string[] s_pages =
    [
        "", "/codes", "/codes/0xC004F213", "/codes/0xC004F2FE", "/articles/fix-0xc004f213", "/articles/hardware-change-impact", "/categories/errors",
        "/search?q=0xC004F213", "/search?q=zzzzqqqq", "/glossary", "/guides/windows-activation", "/guides/windows-activation/map", "/articles/no-such-page",
    ];

    public static TheoryData<string, string> Pages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var page in s_pages)
                foreach (var lang in new[] { "ja", "en" }) data.Add(lang, page);
            return data;
        }
    }

    [BrowserTheory(DisplayName = "Features 42, 120: axe finds nothing on phone and desktop, light and dark")]
    [MemberData(nameof(Pages))]
    public async Task AxeFindsNothing(string lang, string page)
    {
        foreach (var (width, scheme) in new[] { (390, ColorScheme.Light), (1280, ColorScheme.Dark) })
        {
            await using var visitor = await site.Visit(lang, width, scheme: scheme);
            await visitor.Page.GotoAsync($"/{lang}{page}");
            var found = await visitor.Page.RunAxe();
            Assert.True(found.Violations.Length == 0, $"{width} px, {scheme}: " + string.Join("\n", found.Violations.Select(v =>
                $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
        }
    }

    [BrowserTheory(DisplayName = "Feature 120: nothing runs off the side at 320 px")]
    [MemberData(nameof(Pages))]
    public async Task FitsANarrowPhone(string lang, string page)
    {
        await using var visitor = await site.Visit(lang, 320);
        await visitor.Page.GotoAsync($"/{lang}{page}");
        var width = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= 320, $"the page is {width} px wide");
    }

    [BrowserTheory(DisplayName = "Feature 111: the strict content security policy is kept and no script fails")]
    [MemberData(nameof(Pages))]
    public async Task BrowserDoesNotComplain(string lang, string page)
    {
        await using var visitor = await site.Visit(lang);
        await visitor.Page.GotoAsync($"/{lang}{page}", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Empty(visitor.Complaints);
    }

    [BrowserTheory(DisplayName = "Feature 30: the language switch keeps the page")]
    [InlineData("ja", "/codes/0xC004F213")]
    [InlineData("en", "/articles/fix-0xc004f213")]
    [InlineData("en", "/search?q=KMS")]
    public async Task LanguageSwitchKeepsThePage(string lang, string page)
    {
        var other = lang == "ja" ? "en" : "ja";
        await using var visitor = await site.Visit(lang, script: false);
        await visitor.Page.GotoAsync($"/{lang}{page}");
        await visitor.Page.Locator($"header a[hreflang={other}]").First.ClickAsync();
        Assert.Equal($"/{other}{page}", visitor.Path);
        Assert.Equal(other, await visitor.Page.Locator("html").GetAttributeAsync("lang"));
    }

    [BrowserTheory(DisplayName = "Article and code pages need no script and open no circuit")]
    [InlineData("/ja/codes/0xC004F213")]
    [InlineData("/en/articles/fix-0xc004f213")]
    public async Task ReadingOpensNoCircuit(string page)
    {
        await using var visitor = await site.Visit();
        var asked = new List<string>();
        visitor.Page.Request += (_, r) => asked.Add(r.Url);
        visitor.Page.WebSocket += (_, s) => asked.Add(s.Url);
        await visitor.Page.GotoAsync(page, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.NotEmpty(asked);
        Assert.DoesNotContain(asked, u => u.Contains("_blazor") || u.Contains("_framework"));
    }
}
