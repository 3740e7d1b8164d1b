using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>What the small script adds to reading: tabs, ticks, copying, themes.</summary>
[Collection(SharedSite.Name)]
public sealed class ComfortTests(RunningSite site)
{
    private const string Article = "/articles/fix-0xc004f213";

    [BrowserFact(DisplayName = "Feature 33: variants become tabs whose choice is kept across pages; without script all of them stand below each other")]
    public async Task VariantsAreTabs()
    {
        await using var plain = await site.Visit("ja", script: false);
        await plain.Page.GotoAsync("/ja" + Article);
        var variants = await plain.Page.Locator(".variant").AllAsync();
        Assert.True(variants.Count > 1);
        foreach (var variant in variants) await Assertions.Expect(variant).ToBeVisibleAsync();

        await using var visitor = await site.Visit("ja");
        await visitor.Page.GotoAsync("/ja" + Article);
        var tab = visitor.Page.GetByRole(AriaRole.Tab, new() { Name = "Windows 10" }).First;
        await tab.ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".variant[data-os=windows-10]").First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(".variant[data-os=windows-11]").First).ToBeHiddenAsync();
        await visitor.Page.GotoAsync("/en" + Article);
        Assert.Equal("true", await visitor.Page.GetByRole(AriaRole.Tab, new() { Name = "Windows 10" }).First.GetAttributeAsync("aria-selected"));
    }

    [BrowserFact(DisplayName = "Feature 35: a ticked step stays ticked on this device, in both languages")]
    public async Task TicksStay()
    {
        await using var visitor = await site.Visit("en");
        await visitor.Page.GotoAsync("/en" + Article);
        await visitor.Page.Locator(".step .tick input").First.CheckAsync();
        await visitor.Page.GotoAsync("/ja" + Article);
        Assert.True(await visitor.Page.Locator(".step .tick input").First.IsCheckedAsync());
    }

    [BrowserFact(DisplayName = "Feature 16: every written form of a code has a button that copies it")]
    public async Task CodesAreCopied()
    {
        await using var visitor = await site.Visit("en");
        await visitor.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visitor.Page.GotoAsync("/en/codes/0xC004F213");
        foreach (var form in new[] { "0xC004F213", "3221549587", "-1073417709" })
        {
            await visitor.Page.Locator(".forms").GetByRole(AriaRole.Button, new() { Name = "Copy " + form }).ClickAsync();
            await visitor.Page.WaitForFunctionAsync("want => navigator.clipboard.readText().then(text => text === want)", form);
        }
    }

    [BrowserFact(DisplayName = "Feature 36: a command is copied without its prompt")]
    public async Task CommandsAreCopied()
    {
        await using var visitor = await site.Visit("en");
        await visitor.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        // The content shows its commands bare: this one gets the markup that the renderer gives to a prompt.
        await visitor.Page.AddInitScriptAsync(
            """document.addEventListener("readystatechange", () => document.querySelector(".prose pre code:not(:has(.prompt))")?.insertAdjacentHTML("afterbegin", "<span class=prompt>PS C:\\> </span>"), { once: true })""");
        await visitor.Page.GotoAsync("/en/articles/mak-activation");
        var command = visitor.Page.Locator(".prose pre:has(.prompt)").First;
        await Assertions.Expect(command).ToHaveTextAsync("PS C:\\> slmgr /dlv");
        await command.Locator("xpath=preceding-sibling::*[1]").GetByRole(AriaRole.Button).ClickAsync();
        await visitor.Page.WaitForFunctionAsync("navigator.clipboard.readText().then(text => text === 'slmgr /dlv')");
    }

    [BrowserFact(DisplayName = "Feature 120: the chosen theme is kept")]
    public async Task ThemeIsKept()
    {
        await using var visitor = await site.Visit("en");
        await visitor.Page.GotoAsync("/en");
        var light = await Background(visitor);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        Assert.NotEqual(light, await Background(visitor));
        await visitor.Page.GotoAsync("/en/codes");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Light" }).WaitForAsync();
        Assert.NotEqual(light, await Background(visitor));
    }

    [BrowserTheory(DisplayName = "The parts of a page stay within their budgets: 12 kB of style, 10 kB of script, 14 kB of HTML, compressed")]
    [InlineData("/ja/articles/fix-0xc004f213")]
    [InlineData("/en/codes/0xC004F213")]
    public async Task PagesAreLight(string path)
    {
        await using var visitor = await site.Visit();
        var sizes = new List<(string Type, int Size)>();
        visitor.Page.Response += async (_, r) => sizes.Add((r.Request.ResourceType, Compressed(await r.BodyAsync())));
        await visitor.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.InRange(sizes.Where(s => s.Type == "document").Sum(s => s.Size), 1, 14 * 1024);
        Assert.InRange(sizes.Where(s => s.Type == "stylesheet").Sum(s => s.Size), 1, 12 * 1024);
        Assert.InRange(sizes.Where(s => s.Type == "script").Sum(s => s.Size), 1, 10 * 1024);
        Assert.DoesNotContain(sizes, s => s.Type == "font");
    }

    private static int Compressed(byte[] body)
    {
        using var target = new MemoryStream();
        using (var brotli = new System.IO.Compression.BrotliStream(target, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true)) brotli.Write(body);
        return (int)target.Length;
    }

    private static Task<string> Background(Visitor visitor) => visitor.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor");
}
