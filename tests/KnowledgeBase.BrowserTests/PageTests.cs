using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>What every kind of page owes every reader.</summary>
[Collection(SitePages.Name)]
public sealed class PageTests(RunningSite site)
{
    private static readonly string[] s_pages =
    [
        "", "/codes", "/codes/0xC004F213", "/codes/0xC004F2FE", "/articles/fix-0xc004f213", "/articles/hardware-change-impact", "/categories/errors",
        "/search?q=0xC004F213", "/search?q=zzzzqqqq", "/glossary", "/guides/windows-activation", "/guides/windows-activation?status=not-active&owner=own", Outcome,
        "/guides/windows-activation/map?status=not-active&owner=own&code=0xC004C008", "/pasted?codes=0xC004C008&articles=fix-0xc004c008&check=windows-activation&answers=status.not-active", "/pasted?none",
        "/articles/no-such-page", "/styleguide",
    ];

    private const string Outcome = "/guides/windows-activation?status=not-active&owner=own&code=0xC004C008&key-use=only-this";

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

    // One visit for all widths and themes: what a page owes is looked at as a reader turns the phone or the lamp.
    [BrowserTheory(DisplayName = "Features 42, 111, 120: the strict content security policy is kept and no script fails; axe finds nothing on phone and desktop, light and dark; nothing runs off the side from 320 to 2560 px, and lines stay readable")]
    [MemberData(nameof(Pages))]
    public async Task EveryPageReadsEverywhere(string lang, string page)
    {
        await using var visitor = await site.Visit(lang, 390);
        await visitor.Page.GotoAsync($"/{lang}{page}", new() { WaitUntil = WaitUntilState.NetworkIdle });
        foreach (var (width, scheme) in new[] { (390, ColorScheme.Light), (390, ColorScheme.Dark), (1280, ColorScheme.Dark), (1280, ColorScheme.Light) })
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            var found = await visitor.Page.RunAxe();
            Assert.True(found.Violations.Length == 0, $"{width} px, {scheme}: " + string.Join("\n", found.Violations.Select(v =>
                $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
        }
        foreach (var width in new[] { 320, 640, 2560 })
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            Assert.Equal(width, await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
        // In letters of the text's own size: 80 of English, 42 of Japanese.
        var longest = await visitor.Page.EvaluateAsync<double>("Math.max(0, ...[...document.querySelectorAll('.prose p, .lead, .hit-text')].map(p => p.clientWidth / parseFloat(getComputedStyle(p).fontSize)))");
        Assert.InRange(longest, 0, lang == "ja" ? 46 : 50);
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
