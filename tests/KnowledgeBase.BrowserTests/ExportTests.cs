using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>The exported site where nothing of ours runs: from a plain file server, and opened from a folder.</summary>
[Collection(SitePages.Name)]
public sealed class ExportTests(RunningSite site)
{
    [BrowserFact(DisplayName = "Feature 113: the exported site finds a code and a word, opens what it found and leads through the guided check, in both languages, from a file server and from a folder, without an error")]
    public async Task ExportWorks()
    {
        await using var exported = new ExportedSite(site.Address);
        Assert.True(exported.Exit == 0, exported.Output);
        var server = await exported.Serve();
        foreach (var root in new[] { server, new Uri(exported.Folder).AbsoluteUri })
        {
            await Walk(root, "ja", "3221549075", "0xC004F013", "マザーボード 交換", 390, ColorScheme.Dark);
            await Walk(root, "en", "c004f074", "0xC004F074", "motherboard", 1280, ColorScheme.Light);
        }
    }

    private async Task Walk(string root, string lang, string form, string code, string words, int width, ColorScheme scheme)
    {
        await using var visitor = await site.Visit(lang, width, scheme: scheme);
        var (page, elsewhere) = (visitor.Page, new List<string>());
        page.Request += (_, r) => { if (!r.Url.StartsWith(root, StringComparison.Ordinal)) elsewhere.Add(r.Url); };
        page.RequestFailed += (_, r) => { if (r.Failure != "net::ERR_ABORTED") elsewhere.Add($"{r.Url}: {r.Failure}"); };
        page.Response += (_, r) => { if (r.Status >= 400) elsewhere.Add($"{r.Url}: {r.Status}"); };
        var here = $"{root} {lang}";

        // The first page leads to a language by itself; from there everything is reached by what a visitor sees.
        await page.GotoAsync(root + "/index.html");
        await At(page, "/ja/index.html");
        if (lang != "ja") await page.Locator($"a[data-language={lang}]").ClickAsync();
        await At(page, $"/{lang}/index.html");
        Assert.Equal("grid", await page.Locator(".page").EvaluateAsync<string>("e => getComputedStyle(e).display"));

        // A code in another form, then words.
        await page.Locator("main input[name=q]").FillAsync(form);
        await page.Locator("main input[name=q]").PressAsync("Enter");
        var first = page.Locator(".hit a").First;
        await Assertions.Expect(first).ToContainTextAsync(code);
        await first.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        Assert.Contains(code, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.EndsWith($"/{lang}/codes/{code}/index.html", page.Url, StringComparison.Ordinal);
        await page.Locator("input[name=q]").FillAsync(words);
        await page.Locator("input[name=q]").PressAsync("Enter");
        var hits = page.Locator(".hit");
        await Assertions.Expect(hits.First).ToBeVisibleAsync();
        Assert.Contains(words.Split(' ')[0], await hits.First.InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        await Assertions.Expect(page.Locator("[role=status]")).Not.ToHaveTextAsync("");
        // In a folder axe itself would ask for style sheets that a file may not read.
        if (root.StartsWith("http", StringComparison.Ordinal)) Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{here} {v.Id}: {v.Nodes[0].Html}"));
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), here + ": the search scrolls sideways");
        await hits.First.Locator("a").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();

        // Nothing found is said, too.
        await page.Locator("input[name=q]").FillAsync("zqxjkvbn");
        await page.Locator("input[name=q]").PressAsync("Enter");
        await At(page, "q=zqxjkvbn");
        Assert.True((await page.Locator("[role=status]").InnerTextAsync()).Length > 3, here + ": nothing is said where nothing was found");

        // The guided check asks its first question; the answer leads to its place in the tree, and from there to a procedure.
        await page.Locator("a.brand").ClickAsync();
        await page.Locator(".guide-card a").First.ClickAsync();
        await page.Locator(".answer").First.ClickAsync();
        await At(page, "/map/index.html#node-");
        await Assertions.Expect(page.Locator(".outline li:target")).ToBeInViewportAsync();
        var outcome = page.Locator(".outline a[href*='/articles/']").First;
        await outcome.ScrollIntoViewIfNeededAsync();
        await outcome.ClickAsync();
        await At(page, "/articles/");
        await Assertions.Expect(page.Locator("article h1")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".page")).ToHaveCSSAsync("display", "grid");

        Assert.True(elsewhere.Count == 0, $"{here}: {string.Join('\n', elsewhere)}");
        Assert.True(visitor.Complaints.Count == 0, $"{here}: {string.Join('\n', visitor.Complaints)}");
    }

    private static Task At(IPage page, string part) => Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(part)), new() { Timeout = 30_000 });
}
