using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>Asking for an article that is missing, as a visitor does it.</summary>
[Collection(SharedSite.Name)]
public sealed class AskTests(RunningSite site)
{
    [BrowserTheory(DisplayName = "Feature 12: on the page of a code without an article one press asks for it, with and without script, and a second press is counted once")]
    [InlineData("ja", "0xC004F2FE", 390, false, ColorScheme.Light)]
    [InlineData("en", "0xC004F2FC", 1280, true, ColorScheme.Dark)]
    public Task CodesAreAskedFor(string lang, string code, int width, bool script, ColorScheme scheme) => Ask(lang, $"/{lang}/codes/{code}", width, script, scheme);

    [BrowserTheory(DisplayName = "Feature 28: a search that finds nothing offers near doors and reports the missing page with one press")]
    [InlineData("ja", 1280, true, ColorScheme.Dark)]
    [InlineData("en", 390, false, ColorScheme.Light)]
    public Task MissingPagesAreReported(string lang, int width, bool script, ColorScheme scheme) => Ask(lang, $"/{lang}/search?q=zzqqzz{lang}", width, script, scheme);

    private async Task Ask(string lang, string path, int width, bool script, ColorScheme scheme)
    {
        await using var visitor = await site.Visit(lang, width, script, scheme);
        await visitor.Page.GotoAsync(path);
        await Assertions.Expect(visitor.Page.Locator("main a[href*='/guides/']").First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(".ask .banner:visible")).ToHaveCountAsync(0);
        await visitor.Page.Locator(".ask button").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#counted")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("#counted")).ToBeInViewportAsync();
        await Assertions.Expect(visitor.Page.Locator(".ask button")).ToBeHiddenAsync();
        Assert.Equal(path, visitor.Path);
        Assert.Equal(lang, await visitor.Page.Locator("html").GetAttributeAsync("lang"));
        // The rules are run by script; the page without it is the same one.
        if (script) Assert.Empty((await visitor.Page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
        Assert.Empty(await visitor.Page.Context.CookiesAsync());

        await visitor.Page.GotoAsync("about:blank");
        await visitor.Page.GotoAsync(path);
        await visitor.Page.Locator(".ask button").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#counted-before")).ToBeVisibleAsync();
        Assert.Empty(visitor.Complaints);
    }
}
