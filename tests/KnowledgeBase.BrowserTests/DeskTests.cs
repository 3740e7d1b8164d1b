using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using KnowledgeBase.Site.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>The support desk in a browser, by keyboard alone, counted in actions: one key, one paste or one choice each.</summary>
[Collection(SharedSite.Name)]
public sealed partial class DeskTests(RunningSite site)
{
    private const string Password = "seven quiet lanterns";

    private static int s_number;

    [BrowserTheory(DisplayName = "Features 59, 61: three actions lead from a ticket's text to the right reply with the right link on the clipboard")]
    [InlineData("ja", 1280, ColorScheme.Light, "お世話になっております。\nマザーボードを交換したところ 0xC004F211 と表示され、認証できなくなりました。\nキーは ABCDE-12345-FGHIJ-67890-KLMNO です。", "/ja/codes/0xC004F211", "よろしくお願い|お問い合わせいただき、ありがとうございます")]
    [InlineData("en", 390, ColorScheme.Dark, "Hello,\nWindows says error 0xC004F213 since I reinstalled it. The key was ABCDE-12345-FGHIJ-67890-KLMNO.\nThanks, Jo", "/en/codes/0xC004F213", "Thank you for contacting us")]
    [InlineData("ja", 390, ColorScheme.Dark, "社内の PC で 0xC004F074 が出ています。KMS のサーバーには接続できているはずです。", "/ja/", "お問い合わせいただき")]
    [InlineData("en", 1280, ColorScheme.Light, "How do I move my licence to a new PC?", "/en/articles/", "Thank you for contacting us")]
    public async Task TicketToReply(string lang, int width, ColorScheme scheme, string ticket, string link, string greeting)
    {
        await using var visitor = await SignedIn(lang, width, scheme, Roles.Support);
        var (page, asked) = (visitor.Page, new List<string>());
        page.Request += (_, r) => asked.Add(r.Url);
        await page.GotoAsync("/desk");
        await Assertions.Expect(page.Locator("#ticket")).ToBeFocusedAsync();

        var actions = 0;
        await page.Keyboard.InsertTextAsync(ticket);
        actions++;
        await page.Keyboard.PressAsync("Control+Enter");
        actions++;
        await Assertions.Expect(page.Locator("[data-copy-reply]").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        actions++;

        await page.WaitForFunctionAsync("link => navigator.clipboard.readText().then(t => t.includes(link))", site.Address.ToString().TrimEnd('/') + link);
        var copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Matches(greeting, copied);
        Assert.DoesNotContain("{", copied, StringComparison.Ordinal);
        Assert.DoesNotContain("12345", copied + await page.ContentAsync(), StringComparison.Ordinal);
        var rich = await page.EvaluateAsync<string>("navigator.clipboard.read().then(items => items[0].getType('text/html')).then(part => part.text())");
        Assert.Contains($"<a href=\"{site.Address.ToString().TrimEnd('/')}{link}", rich, StringComparison.Ordinal);
        Assert.Equal(3, actions);

        // The link on the clipboard opens the page in the customer's language.
        var address = Address.Match(copied).Value;
        Assert.Equal(200, (await page.APIRequest.GetAsync(address)).Status);
        Assert.DoesNotContain(asked, a => a.Contains("12345", StringComparison.Ordinal) || Uri.UnescapeDataString(a).Contains(ticket[..8], StringComparison.Ordinal));
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), "the page scrolls sideways");
        Assert.Empty(visitor.Complaints);
    }

    [BrowserTheory(DisplayName = "Features 56-58: a link to a step, in one language and for one system, is chosen and copied by keyboard alone")]
    [InlineData("ja", 1280, ColorScheme.Dark)]
    [InlineData("en", 390, ColorScheme.Light)]
    public async Task LinksByKeyboard(string lang, int width, ColorScheme scheme)
    {
        await using var visitor = await SignedIn(lang, width, scheme, Roles.Support);
        var page = visitor.Page;
        await page.GotoAsync("/desk/links");
        await Assertions.Expect(page.Locator("#link-q")).ToBeFocusedAsync();
        await page.Keyboard.InsertTextAsync("/en/articles/reactivate-after-hardware-change#steps");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**q=**");
        await page.Locator("#link-lang").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**lang=ja**");
        var url = $"{site.Address}ja/articles/reactivate-after-hardware-change?os=windows-11#steps";
        await Assertions.Expect(page.Locator("#link-url")).ToHaveValueAsync(url);
        await page.Locator("[data-copy-from=link-url]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("url => navigator.clipboard.readText().then(t => t === url)", url);
        await page.Locator("[data-copy-from=link-rich]").PressAsync("Enter");
        await page.WaitForFunctionAsync("url => navigator.clipboard.read().then(i => i[0].types.includes('text/html') ? i[0].getType('text/html').then(p => p.text()) : '').then(t => t.startsWith('<a href=\"' + url.replace('&', '&amp;') + '\">'))", url);
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
        Assert.Empty(visitor.Complaints);

        // Whoever opens it sees the variant that was chosen, whatever they chose before.
        await page.GotoAsync(url);
        await Assertions.Expect(page.Locator("[role=tab][aria-selected=true]").First).ToContainTextAsync("Windows 11");
    }

    [BrowserTheory(DisplayName = "The pages of the desk are clean for axe, do not scroll sideways and work without script")]
    [InlineData("ja", 390, ColorScheme.Light)]
    [InlineData("en", 1280, ColorScheme.Dark)]
    public async Task PagesAreClean(string lang, int width, ColorScheme scheme)
    {
        await using var visitor = await SignedIn(lang, width, scheme, Roles.Editor);
        var page = visitor.Page;
        foreach (var path in new[] { "/desk", "/desk/links?q=motherboard", "/desk/articles/reactivate-after-hardware-change", "/desk/codes/0xC004F211", "/desk/replies?for=code/0xC004F211", "/desk/numbers", "/desk/flags", "/edit/flags" })
        {
            await page.GotoAsync(path);
            Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{path} {v.Id}: {v.Nodes[0].Html}"));
            Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), path + " scrolls sideways");
            Assert.Equal(1, await page.Locator("h1").CountAsync());
        }

        Assert.Empty(visitor.Complaints);
    }

    [BrowserFact(DisplayName = "Features 62, 63: an agent leaves a note and a flag by keyboard; the editor finds the flag and closes it")]
    public async Task NotesAndFlags()
    {
        await using var agent = await SignedIn("en", 1280, ColorScheme.Light, Roles.Support);
        await agent.Page.GotoAsync("/desk/codes/0xC004F050");
        await agent.Page.Locator("#note-text").FocusAsync();
        await agent.Page.Keyboard.InsertTextAsync("Ask where the key came from");
        await agent.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(agent.Page.Locator(".note-words").First).ToHaveTextAsync("Ask where the key came from");
        await agent.Page.Locator("#flag-ticket").FillAsync("T-2042");
        await agent.Page.Locator("#flag-text").FillAsync("The second case is unclear");
        await agent.Page.Locator("#flag-text").PressAsync("Control+Enter");
        await agent.Page.WaitForURLAsync("**#flags");

        await using var editor = await SignedIn("ja", 390, ColorScheme.Light, Roles.Editor);
        await editor.Page.GotoAsync("/edit/flags");
        var flag = editor.Page.Locator(".note-item", new() { HasText = "T-2042" });
        await flag.Locator("button").PressAsync("Enter");
        await Assertions.Expect(flag.Locator("button")).ToHaveCountAsync(0);
        await Assertions.Expect(flag).ToBeVisibleAsync();
    }

    [BrowserTheory(DisplayName = "The bookmark of the documents looks the selected code up, and sends nothing else of the selection")]
    [InlineData("Taro Yamada, key ABCDE-12345-FGHIJ-67890-KLMNO: error 0xc004f213 since today", "/go/0xc004f213")]
    [InlineData("エラーC004F211が出ます", "/go/C004F211")]
    public async Task BookmarkLooksUp(string text, string door)
    {
        await using var visitor = await site.Visit("en");
        await visitor.Page.GotoAsync("/en");
        await visitor.Page.EvaluateAsync("text => { document.body.textContent = text; getSelection().selectAllChildren(document.body); window.open = a => { window.opened = a; }; }", text);
        var line = (await File.ReadAllLinesAsync(Document("docs/integrations.md"))).First(l => l.StartsWith("javascript:", StringComparison.Ordinal));
        await visitor.Page.EvaluateAsync(line["javascript:".Length..].Replace("https://kb.example", site.Address.ToString().TrimEnd('/'), StringComparison.Ordinal));
        var opened = await visitor.Page.EvaluateAsync<string>("window.opened");
        Assert.Equal(site.Address.ToString().TrimEnd('/') + door, opened);
        Assert.EndsWith("0xC004F21" + door[^1], (await visitor.Page.GotoAsync(opened))!.Url, StringComparison.Ordinal);
    }

    private static string Document(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, path))) folder = folder.Parent;
        return Path.Combine(folder.FullName, path);
    }

    private async Task<Visitor> SignedIn(string lang, int width, ColorScheme scheme, string role)
    {
        var name = $"desk-{role}-{Interlocked.Increment(ref s_number)}";
        Assert.Equal(AccountChange.Done, await site.Services.GetRequiredService<AccountBook>().Add("test", name, role, Password));
        var visitor = await site.Visit(lang, width, scheme: scheme);
        await visitor.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visitor.Page.GotoAsync("/account/sign-in");
        await visitor.Page.Locator("#name").FillAsync(name);
        await visitor.Page.Locator("#password").FillAsync(Password);
        await visitor.Page.Locator("#password").PressAsync("Enter");
        await visitor.Page.WaitForURLAsync("**/account");
        return visitor;
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address { get; }
}
