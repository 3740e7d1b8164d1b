using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>Ten real situations, from the home page to what to do, as a first-time visitor walks them.</summary>
[Collection(SharedSite.Name)]
public sealed class SituationTests(RunningSite site)
{
    [BrowserTheory(DisplayName = "A first-time visitor reaches the right procedure in a few steps, in both languages and themes, with script and without")]
    // Not genuine after another motherboard.
    [InlineData("en", 1280, true, ColorScheme.Light, "guide windows-activation status=not-active owner=own code=none event=board hw-account=same-account", "/guides/windows-activation/reactivate", 6)]
    [InlineData("ja", 390, false, ColorScheme.Dark, "guide windows-activation status=not-active owner=own code=none event=board hw-account=same-account", "/guides/windows-activation/reactivate", 6)]
    // A code typed from the phone.
    [InlineData("en", 390, true, ColorScheme.Dark, "type c004f213", "/codes/0xC004F213", 1)]
    [InlineData("ja", 390, false, ColorScheme.Light, "type ｃ００４ｆ２１３", "/codes/0xC004F213", 1)]
    // A pasted message.
    [InlineData("en", 1280, false, ColorScheme.Dark, "paste Windows can't activate. Error code: 0xC004C008\nLicense Status: Notification", "/guides/windows-activation/owner", 3)]
    [InlineData("ja", 390, true, ColorScheme.Light, "paste エラーが発生しました\nコード: 0xC004C008\nライセンスの状態: 通知", "/guides/windows-activation/owner", 3)]
    // A PC without internet.
    [InlineData("en", 390, false, ColorScheme.Light, "find activate without internet", "/articles/activate-offline-or-by-portal", 2)]
    [InlineData("ja", 1280, true, ColorScheme.Dark, "find インターネットにつながらないPCの認証", "/articles/activate-offline-or-by-portal", 2)]
    // KMS at work.
    [InlineData("en", 1280, true, ColorScheme.Dark, "guide organisation role=admin code=none scheme=kms-client place=inside dns=no", "/guides/organisation/kms-dns", 6)]
    [InlineData("ja", 1280, false, ColorScheme.Light, "type 0x8007232B", "/codes/0x8007232B", 1)]
    // A bought key is refused.
    [InlineData("en", 390, true, ColorScheme.Light, "guide windows-activation status=not-active owner=own code=none event=key key-state=blocked key-source=doubtful", "/guides/windows-activation/key-doubtful", 7)]
    [InlineData("ja", 390, false, ColorScheme.Dark, "type 0xC004C003", "/codes/0xC004C003", 1)]
    // A refurbished PC.
    [InlineData("en", 1280, false, ColorScheme.Light, "find refurbished PC licence", "/articles/second-hand-pc", 2)]
    [InlineData("ja", 390, true, ColorScheme.Dark, "find 中古パソコン ライセンス", "/articles/second-hand-pc", 2)]
    // The edition does not match.
    [InlineData("en", 390, true, ColorScheme.Dark, "guide windows-activation status=not-active owner=own code=none event=reinstalled edition=different", "/guides/windows-activation/wrong-edition", 6)]
    [InlineData("ja", 1280, true, ColorScheme.Light, "find エディションが違う", "/codes/0xC004F210", 2)]
    // The clock is wrong.
    [InlineData("en", 1280, false, ColorScheme.Dark, "find clock is wrong", "/codes/0xC004B011", 2)]
    [InlineData("ja", 390, true, ColorScheme.Light, "guide windows-activation status=not-active owner=own code=none event=nothing connection=clock", "/guides/windows-activation/clock", 6)]
    // Planning another SSD.
    [InlineData("en", 390, false, ColorScheme.Light, "guide before-you-change-hardware owner=own state=active plan=small small-part=clone", "/guides/before-you-change-hardware/clone-same-pc", 5)]
    [InlineData("ja", 1280, true, ColorScheme.Dark, "guide before-you-change-hardware owner=own state=active plan=small small-part=clone", "/guides/before-you-change-hardware/clone-same-pc", 5)]
    public async Task SituationsLeadToAProcedure(string lang, int width, bool script, ColorScheme scheme, string way, string end, int mostSteps)
    {
        await using var visitor = await site.Visit(lang, width, script, scheme);
        var page = visitor.Page;
        await page.GotoAsync("/" + lang);
        var (how, what) = (way.Split(' ', 2)[0], way.Split(' ', 2)[1]);
        var steps = how switch { "guide" => await Answer(page, what.Split(' ')), "paste" => await Paste(page, what), _ => await Search(page, what, how == "find" ? end : null) };
        await page.WaitForURLAsync(u => new Uri(u).AbsolutePath == $"/{lang}{end}");
        Assert.InRange(steps, 1, mostSteps);
        await Assertions.Expect(page.Locator("h1")).ToHaveCountAsync(1);
        // Whatever the end: the next thing to do is to be seen without scrolling.
        Assert.True(await page.EvaluateAsync<bool>("""
            [...document.querySelectorAll('main :is(.action .button, .actions .button, a.answer, .step, .case p, .prose p, .prose li)')]
              .some(e => { const r = e.getBoundingClientRect(); return r.height > 0 && r.top >= 0 && r.bottom <= innerHeight; })
            """), "nothing to do is in sight at " + page.Url);
        Assert.Empty(visitor.Complaints);
    }

    // One step each: the door, then one for each answer.
    private static async Task<int> Answer(IPage page, string[] words)
    {
        await page.Locator($"main a[href$='/guides/{words[0]}']").First.ClickAsync();
        foreach (var answer in words[1..])
        {
            var link = page.Locator($"a.answer[href*='{answer}&'], a.answer[href$='{answer}']").First;
            await Assertions.Expect(link).ToBeVisibleAsync();
            await link.ClickAsync();
            await page.WaitForURLAsync(u => u.Contains(answer, StringComparison.Ordinal));
        }
        return words.Length;
    }

    // The fold, the button, the door to the check.
    private static async Task<int> Paste(IPage page, string text)
    {
        await page.Locator(".paste-any summary").ClickAsync();
        await page.Locator("#pasted").FillAsync(text);
        await page.Locator(".paste-form button").ClickAsync();
        await page.WaitForURLAsync("**/pasted?*");
        Assert.DoesNotContain("Error", new Uri(page.Url).Query);
        await Assertions.Expect(page.Locator(".pasted-check .button")).ToBeInViewportAsync();
        await page.Locator(".pasted-check .button").ClickAsync();
        return 3;
    }

    // The right page is among the first three hits.
    private static async Task<int> Search(IPage page, string text, string? hit)
    {
        await page.Locator("#q-home").FillAsync(text);
        await page.Locator("#q-home").PressAsync("Enter");
        if (hit is null) return 1;
        await page.WaitForURLAsync("**/search?*");
        var link = page.Locator($".hit:nth-child(-n+3) .hit-title a[href*='{hit}']").First;
        await Assertions.Expect(link).ToBeVisibleAsync();
        await page.GotoAsync(new Uri(new Uri(page.Url), (await link.GetAttributeAsync("href"))!).ToString());
        return 2;
    }
}
