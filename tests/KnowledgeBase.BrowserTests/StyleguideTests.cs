using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>Every part in every state, as the styleguide shows them. The pictures go to `artifacts/pictures` for the eye.</summary>
[Collection(SitePages.Name)]
public sealed class StyleguideTests(RunningSite site)
{
    [BrowserTheory(DisplayName = "Feature 120: every part is large enough for a finger, keeps its text inside, and is drawn in both themes")]
    [InlineData("ja", 390, ColorScheme.Dark)]
    [InlineData("en", 390, ColorScheme.Light)]
    [InlineData("ja", 1280, ColorScheme.Light)]
    [InlineData("en", 1280, ColorScheme.Dark)]
    public async Task PartsAreWhole(string lang, int width, ColorScheme scheme)
    {
        await using var visitor = await site.Visit(lang, width, scheme: scheme);
        await visitor.Page.GotoAsync($"/{lang}/styleguide");
        Assert.True(await visitor.Page.Locator(".specimen").CountAsync() > 20);
        // Links within a sentence have no size of their own; everything else is for a finger.
        var small = await visitor.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('main :is(button, summary, input, textarea, .button, .chip, .answer, .trail-change, .card-title, .code-list a, [role=tab])')]
              .filter(e => e.getClientRects().length && !e.closest('.card, .guide-card') && !(e.type === 'checkbox' && e.closest('label, .checklist')))
              .map(e => [e.getBoundingClientRect(), e]).filter(([r]) => r.height < 43.5 || r.width < 43.5).map(([r, e]) => `${e.outerHTML.slice(0, 80)} ${Math.round(r.width)}x${Math.round(r.height)}`)
            """);
        Assert.Empty(small);
        var cut = await visitor.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('main :is(p, li, dd, dt, h1, h2, h3, .button, .chip, .answer, .tag, .badge, button)')]
              .filter(e => e.getClientRects().length && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline' && getComputedStyle(e).overflowX === 'visible' && e.clientWidth > 1)
              .map(e => e.outerHTML.slice(0, 90))
            """);
        Assert.Empty(cut);
        Assert.Empty(visitor.Complaints);
        await Keep(visitor, $"styleguide-{lang}-{width}-{scheme}");
    }

    [BrowserFact(DisplayName = "Feature 120: with forced colours everything that is chosen or may be pressed is told apart without our colours")]
    public async Task ForcedColours()
    {
        await using var visitor = await site.Visit("en");
        await visitor.Page.EmulateMediaAsync(new() { ForcedColors = Microsoft.Playwright.ForcedColors.Active });
        await visitor.Page.GotoAsync("/en/styleguide");
        var bare = await visitor.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('main :is(.button, .chip, .copy, .answer, .tag, .banner, .callout, .action, progress, input:not([type=checkbox]), textarea)')]
              .filter(e => e.getClientRects().length && !['Top', 'Left', 'Inline-start'].some(s => parseFloat(getComputedStyle(e).getPropertyValue(`border-${s.toLowerCase()}-width`)) > 0))
              .map(e => e.outerHTML.slice(0, 90))
            """);
        Assert.Empty(bare);
        Assert.NotEqual("none", await visitor.Page.Locator(".suggest-here [aria-selected=true]").EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle"));
        await Keep(visitor, "styleguide-forced-colours");
    }

    [BrowserFact(DisplayName = "Feature 120: nothing moves for a reader who asked for less motion")]
    public async Task ReducedMotion()
    {
        await using var visitor = await site.Visit("en");
        await visitor.Page.EmulateMediaAsync(new() { ReducedMotion = Microsoft.Playwright.ReducedMotion.Reduce });
        await visitor.Page.GotoAsync("/en/styleguide");
        Assert.Empty(await visitor.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('*')].filter(e => getComputedStyle(e).transitionDuration.split(', ').some(d => parseFloat(d) > 0) || getComputedStyle(e).animationName !== 'none').map(e => e.className)
            """));
    }

    [BrowserFact(DisplayName = "The style sheet keeps its layers in order, and every colour and face comes from a token")]
    public async Task StylesComeFromTokens()
    {
        await using var visitor = await site.Visit("en");
        await visitor.Page.GotoAsync("/en");
        var (layers, outside, loose) = (
            await visitor.Page.EvaluateAsync<string>("[...[...document.styleSheets].find(s => s.href.includes('site')).cssRules].find(r => r instanceof CSSLayerStatementRule).nameList.join(' ')"),
            await visitor.Page.EvaluateAsync<int>("[...[...document.styleSheets].find(s => s.href.includes('site')).cssRules].filter(r => !(r instanceof CSSLayerStatementRule || r instanceof CSSLayerBlockRule)).length"),
            await visitor.Page.EvaluateAsync<string[]>("""
                (() => {
                  const sheet = [...document.styleSheets].find(s => s.href.includes('site'));
                  const rules = r => r.cssRules ? [...r.cssRules].flatMap(rules).concat(r.style ? [r] : []) : r.style ? [r] : [];
                  return [...sheet.cssRules].filter(r => !['tokens', 'print'].includes(r.name)).flatMap(rules)
                    .flatMap(r => ['color', 'background-color', 'border-top-color', 'fill', 'stroke', 'font-family'].map(p => [r.selectorText, p, r.style.getPropertyValue(p)]))
                    .filter(([, , v]) => /#[0-9a-f]{3,8}|rgba?\(|"/i.test(v)).map(x => x.join(' '))
                })()
                """));
        Assert.Equal("tokens base layout parts article guide states print", layers);
        Assert.Equal(0, outside);
        // A QR code is black on white whatever the theme, or it cannot be read.
        Assert.All(loose, l => Assert.StartsWith(".qr", l));
    }

    private static async Task Keep(Visitor visitor, string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "../../../../../artifacts/pictures");
        await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
