using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>Whole journeys without a pointer.</summary>
[Collection(SharedSite.Name)]
public sealed class KeyboardTests(RunningSite site)
{
    [BrowserTheory(DisplayName = "By keyboard alone: from the home page's box to a code's page, over the skip link to the first action, and to its procedure")]
    [InlineData("ja", true)]
    [InlineData("en", false)]
    public async Task FromCodeToProcedure(string lang, bool script)
    {
        await using var visitor = await site.Visit(lang, 1280, script);
        var page = visitor.Page;
        await page.GotoAsync("/" + lang);
        await TabTo(page, "#q-home");
        await page.Keyboard.TypeAsync("0xC004F213");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/{lang}/codes/0xC004F213");

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".skip")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, ".action .button", 6);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/{lang}/articles/**");
        await Assertions.Expect(page.Locator(".step").First).ToBeVisibleAsync();
    }

    [BrowserTheory(DisplayName = "By keyboard alone: the guided check from its door to an outcome, a change of an answer, and the map")]
    [InlineData("ja", true)]
    [InlineData("en", true)]
    [InlineData("en", false)]
    public async Task ThroughTheCheck(string lang, bool script)
    {
        await using var visitor = await site.Visit(lang, 1280, script);
        var page = visitor.Page;
        await page.GotoAsync($"/{lang}/guides/before-you-change-hardware");
        if (script) await page.Locator("[data-island][data-live]").WaitForAsync();
        foreach (var answer in new[] { "owner=own", "state=active", "plan=small", "small-part=memory" })
        {
            await TabTo(page, $"a.answer[href*='{answer}']", 40);
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForURLAsync($"**{answer}**");
            if (script) await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
        }
        await Assertions.Expect(page.Locator(".outcome-kind")).ToBeVisibleAsync();

        await TabTo(page, ".trail-change", 80);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".answers")).ToBeVisibleAsync();
        // Answers given later are kept: giving the first one again leads straight back.
        await TabTo(page, "a.answer[href*='owner=own']", 40);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".outcome-kind")).ToBeVisibleAsync();
        await page.WaitForURLAsync("**small-part=memory**");

        await TabTo(page, "a[href*='/map?']", 80);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/map?*");
        await TabTo(page, ".map-wide .here", 200);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/small-ok?*");
    }

    [BrowserTheory(DisplayName = "Wherever the keyboard goes, a visible frame shows the place, and the place is in sight")]
    [InlineData("/codes/0xC004C008", ColorScheme.Dark)]
    [InlineData("/articles/fix-0xc004f213", ColorScheme.Light)]
    public async Task FocusIsSeen(string path, ColorScheme scheme)
    {
        await using var visitor = await site.Visit("ja", 390, scheme: scheme);
        await visitor.Page.GotoAsync("/ja" + path);
        for (var i = 0; i < 60; i++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            var at = await visitor.Page.EvaluateAsync<string?>("""
                (() => {
                  const e = document.activeElement, r = e.getBoundingClientRect(), s = getComputedStyle(e);
                  if (e === document.body) return 'end';
                  return r.bottom <= 0 || r.top >= innerHeight || s.outlineStyle === 'none' ? e.outerHTML.slice(0, 90) : null;
                })()
                """);
            if (at == "end") return;
            Assert.Null(at);
        }
    }

    private static async Task TabTo(IPage page, string selector, int most = 30)
    {
        for (var i = 0; i < most; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector)) return;
        }
        Assert.Fail($"{most} times Tab do not lead to {selector}");
    }
}
