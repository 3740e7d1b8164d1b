using System.Globalization;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>The web editor as editors use it, in real browsers.</summary>
public sealed class EditorTests(EditedSite edited) : IClassFixture<EditedSite>
{
    private const string Page = "/edit/articles/hardware-change-impact";
    private const string Live = "/en/articles/hardware-change-impact";
    private const string Texts = "**/api/edit/texts";

    private static int s_number;

    private RunningSite Site => edited.Site;

    [BrowserTheory(DisplayName = "Feature 124: by keyboard an editor changes a text, sees it in the preview, goes to the line of a finding, and saves it live")]
    [InlineData("ja", 1280, ColorScheme.Light)]
    [InlineData("en", 390, ColorScheme.Dark)]
    public async Task EditPreviewSave(string lang, int width, ColorScheme scheme)
    {
        await using var visitor = await Open(lang, width, scheme);
        var (page, area) = (visitor.Page, await English(visitor.Page));
        var (word, before) = (Unique("word"), await area.InputValueAsync());
        await area.PressAsync("Control+End");
        await page.Keyboard.InsertTextAsync($"\nSee **{word}** and [this](/a/nowhere-{word}).\n");
        await Assertions.Expect(page.Locator("[data-preview] strong", new() { HasText = word })).ToBeVisibleAsync();
        var finding = page.Locator(".edit-findings a[data-line]", new() { HasText = (before.Split('\n').Length + 1).ToString(CultureInfo.InvariantCulture) }).First;
        await finding.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(area).ToBeFocusedAsync();
        Assert.Equal($"See **{word}** and [this](/a/nowhere-{word}).", await area.EvaluateAsync<string>("a => a.value.slice(a.selectionStart, a.selectionEnd)"));
        await page.Keyboard.InsertTextAsync($"See **{word}**.");
        await page.Keyboard.PressAsync("Control+s");
        await page.WaitForURLAsync("**saved=Committed");
        await Assertions.Expect(page.Locator("[data-edit-done]")).ToBeVisibleAsync();
        await page.GotoAsync(Live);
        await Assertions.Expect(page.Locator(".prose strong", new() { HasText = word })).ToBeVisibleAsync();
        Assert.Empty(visitor.Complaints);
    }

    [BrowserFact(DisplayName = "Feature 124: two editors at once: the second is shown both changes and their merge, and both go live")]
    public async Task TwoEditors()
    {
        await using var aya = await Open("ja", 1280);
        await using var ben = await Open("en", 1280);
        var (first, second) = (Unique("first"), Unique("second"));
        var (one, two) = (await English(aya.Page), await English(ben.Page));
        await one.EvaluateAsync("(a, word) => { a.focus(); const at = a.value.indexOf('## Impact'); a.setSelectionRange(at, at); document.execCommand('insertText', false, word + '.\\n\\n'); }", first);
        await aya.Page.Locator("[data-edit-save]").ClickAsync();
        await aya.Page.WaitForURLAsync("**saved=Committed");
        await two.PressAsync("Control+End");
        await ben.Page.Keyboard.InsertTextAsync($"\n{second}.\n");
        await ben.Page.Locator("[data-edit-save]").ClickAsync();
        var view = ben.Page.Locator("[data-conflict]");
        await Assertions.Expect(view).ToBeVisibleAsync();
        await Assertions.Expect(view.Locator(".diff-added", new() { HasText = first })).ToBeVisibleAsync();
        await Assertions.Expect(view.Locator(".diff-added", new() { HasText = second })).ToBeVisibleAsync();
        await Clean(ben);
        // Their text alone, and the merge again.
        await view.Locator("[data-take$=theirs]").ClickAsync();
        Assert.DoesNotContain(second, await two.InputValueAsync(), StringComparison.Ordinal);
        await view.Locator("[data-take$=merged]").ClickAsync();
        Assert.Contains(second, await two.InputValueAsync(), StringComparison.Ordinal);
        await ben.Page.Locator("[data-edit-save]").ClickAsync();
        await ben.Page.WaitForURLAsync("**saved=Committed");
        await ben.Page.GotoAsync(Live);
        await Assertions.Expect(ben.Page.Locator(".prose", new() { HasText = first })).ToContainTextAsync(second);
    }

    [BrowserTheory(DisplayName = "Feature 124: a term is typed, seen as readers see it in both languages, there again after a reload, and saved into the glossary")]
    [InlineData("ja", 390, ColorScheme.Dark)]
    [InlineData("en", 1280, ColorScheme.Light)]
    public async Task Term(string lang, int width, ColorScheme scheme)
    {
        await using var visitor = await Open(lang, width, scheme, "/edit/terms/kms-host");
        var (page, area, word) = (visitor.Page, visitor.Page.Locator("#text-0"), Unique("host"));
        var before = await area.InputValueAsync();
        await page.RunAndWaitForResponseAsync(() => area.FillAsync(before.Replace("  en: KMS host", $"  en: KMS {word}", StringComparison.Ordinal) + "  see: no-such-page\n"), Texts);
        await Assertions.Expect(page.Locator(".edit-findings a[data-line='1']")).ToBeVisibleAsync();
        await page.Locator("[data-preview] .edit-views [lang=en]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-preview] .term-name")).ToHaveTextAsync($"KMS {word}");
        await page.Locator("[data-preview] .edit-views [lang=ja]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-preview] .term-other")).ToHaveTextAsync($"KMS {word}");
        await Clean(visitor);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[data-edit-restored]")).ToBeVisibleAsync();
        await area.FillAsync((await area.InputValueAsync()).Replace("  see: no-such-page\n", "", StringComparison.Ordinal));
        await page.Locator("[data-edit-save]").ClickAsync();
        await page.WaitForURLAsync("**saved=Committed");
        await page.GotoAsync("/en/glossary#kms-host");
        await Assertions.Expect(page.Locator("#kms-host .term-name")).ToHaveTextAsync($"KMS {word}");
        await page.GotoAsync("/edit/terms/kms-host");
        await area.FillAsync(before);
        await page.Locator("[data-edit-save]").ClickAsync();
        await page.WaitForURLAsync("**saved=Committed");
        Assert.Empty(visitor.Complaints);
    }

    [BrowserFact(DisplayName = "Feature 124: unsaved text is there again after a reload, and after a crash while the site could not be reached")]
    public async Task NothingTypedIsLost()
    {
        await using var visitor = await Open("en", 1280);
        var (page, kept, unsent) = (visitor.Page, Unique("kept"), Unique("unsent"));
        var area = await English(page);
        await area.PressAsync("Control+End");
        await page.RunAndWaitForResponseAsync(() => page.Keyboard.InsertTextAsync(kept), Texts);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[data-edit-restored]")).ToBeVisibleAsync();
        await page.Locator("[data-edit-restored] summary").ClickAsync();
        await Assertions.Expect(page.Locator("[data-edit-restored] .diff-added", new() { HasText = kept })).ToBeVisibleAsync();
        Assert.EndsWith(kept, await area.InputValueAsync(), StringComparison.Ordinal);

        // The network is gone, then the browser too.
        await page.RouteAsync(Texts, r => r.AbortAsync());
        await area.PressAsync("Control+End");
        await page.Keyboard.InsertTextAsync(unsent);
        await Assertions.Expect(page.Locator("[data-edit-status][data-bad]")).ToBeVisibleAsync();
        // A save that cannot reach the site leaves the page and its text where they are.
        await page.Locator("[data-edit-save]").ClickAsync();
        await Assertions.Expect(area).ToHaveValueAsync(new Regex(unsent));
        var again = await page.Context.NewPageAsync();
        await page.CloseAsync(new() { RunBeforeUnload = false });
        await again.RunAndWaitForResponseAsync(() => again.GotoAsync(Page), Texts);
        Assert.EndsWith(kept + unsent, await again.Locator("#text-1").InputValueAsync(), StringComparison.Ordinal);
        await again.Locator("[data-edit-drop]").ClickAsync();
        await Assertions.Expect(again.Locator("[data-edit-restored]")).ToHaveCountAsync(0);
        Assert.DoesNotContain(kept, await again.Locator("#text-1").InputValueAsync(), StringComparison.Ordinal);
    }

    [BrowserFact(DisplayName = "Feature 124: text that could not be sent from one page does not slip into a draft of somebody's that holds the same file")]
    public async Task DraftsStayApart()
    {
        const string path = "articles/hardware/hardware-change-impact.en.md";
        var (drafts, file) = (Site.Services.GetRequiredService<Drafts>(), Site.Services.GetRequiredService<ContentWorkspace>().Open(path)!);
        var other = new Editor("Ben Smith", "ben");
        var kept = Assert.IsType<DraftResult.Kept>(await drafts.Keep(drafts.New(other, [new(path, file.Revision, file.Text + "\nOf the draft.\n") { BaseText = file.Text }], "A draft"), other));
        await using var visitor = await Open("en", 1280);
        var (page, unsent) = (visitor.Page, Unique("unsent"));
        var area = await English(page);
        await page.RouteAsync(Texts, r => r.AbortAsync());
        await area.PressAsync("Control+End");
        await page.Keyboard.InsertTextAsync(unsent);
        await Assertions.Expect(page.Locator("[data-edit-status][data-bad]")).ToBeVisibleAsync();
        await page.UnrouteAsync(Texts);
        await page.RunAndWaitForResponseAsync(() => page.GotoAsync("/edit/drafts/" + kept.Draft.Id), Texts);
        Assert.EndsWith("\nOf the draft.\n", await page.Locator("#text-0").InputValueAsync(), StringComparison.Ordinal);
        Assert.EndsWith("\nOf the draft.\n", (await drafts.Find(kept.Draft.Id, other))!.Files[0].Text, StringComparison.Ordinal);
        await page.GotoAsync(Page);
        Assert.EndsWith(unsent, await page.Locator("#text-1").InputValueAsync(), StringComparison.Ordinal);
        await page.Locator("[data-edit-drop]").ClickAsync();
        await page.WaitForURLAsync("**" + Page);
    }

    [BrowserFact(DisplayName = "Feature 124: nothing reacts while an input method composes; what it ends with is kept, and its Enter sends nothing")]
    public async Task InputMethod()
    {
        await using var visitor = await Open("ja", 1280);
        var (page, area, sent) = (visitor.Page, visitor.Page.Locator("#text-0"), new List<string>());
        page.Request += (_, r) => { if (r.Url.EndsWith("/api/edit/texts", StringComparison.Ordinal)) sent.Add(r.PostData ?? ""); };
        await area.PressAsync("Control+End");
        var browser = await page.Context.NewCDPSessionAsync(page);
        foreach (var part in new[] { "に", "にほ", "にほんご", "日本語" })
        {
            await browser.SendAsync("Input.imeSetComposition", new() { ["text"] = part, ["selectionStart"] = part.Length, ["selectionEnd"] = part.Length });
            await page.WaitForTimeoutAsync(250);
        }
        Assert.EndsWith("日本語", await area.InputValueAsync(), StringComparison.Ordinal);
        Assert.Empty(sent);
        await page.RunAndWaitForResponseAsync(() => browser.SendAsync("Input.insertText", new() { ["text"] = "日本語" }), Texts);
        Assert.EndsWith("日本語", await area.InputValueAsync(), StringComparison.Ordinal);
        Assert.Single(sent);
        // The Enter that ends a conversion.
        foreach (var field in new[] { "#edit-reason", "#text-0" })
            Assert.False(await page.Locator(field).EvaluateAsync<bool>("f => { f.focus(); const e = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }); f.dispatchEvent(e); return location.search.includes('saved'); }"));
        await page.Locator("#edit-reason").FillAsync("理由");
        await page.Locator("#edit-reason").PressAsync("Enter");
        Assert.Equal(Page, visitor.Path);
        Assert.Empty(visitor.Complaints);
    }

    [BrowserFact(DisplayName = "Feature 124: the toolbar inserts parts and links found by search; a picture is sent and shown in the preview")]
    public async Task ToolbarLinksPictures()
    {
        await using var visitor = await Open("en", 1280);
        var (page, area) = (visitor.Page, await English(visitor.Page));
        await area.EvaluateAsync("a => { a.focus(); const at = a.value.indexOf('depends'); a.setSelectionRange(at, at + 7); }");
        await page.Keyboard.PressAsync("Control+b");
        Assert.Contains("The effect **depends** on", await area.InputValueAsync(), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Control+z");
        Assert.Contains("The effect depends on", await area.InputValueAsync(), StringComparison.Ordinal);
        await area.PressAsync("Control+End");
        await page.Locator("[data-insert*='::: steps']").ClickAsync();
        await page.Keyboard.InsertTextAsync("Restart the PC.");
        await Assertions.Expect(page.Locator("[data-preview] .step").First).ToContainTextAsync("Restart the PC.");
        await area.PressAsync("Control+End");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.InsertTextAsync("0xC004F211");
        await Assertions.Expect(page.Locator("#link-dialog-list li").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(area).ToBeFocusedAsync();
        Assert.Contains("](/c/0xC004F211)", await area.InputValueAsync(), StringComparison.Ordinal);
        // A link that is begun is finished by keyboard.
        await area.PressAsync("Control+End");
        await page.Keyboard.InsertTextAsync(" [it](/a/fix-0x");
        await Assertions.Expect(page.Locator("#edit-names li[aria-selected=true]")).ToContainTextAsync("/a/fix-0xc004f211");
        await page.Keyboard.PressAsync("Enter");
        Assert.EndsWith(" [it](/a/fix-0xc004f211)", await area.InputValueAsync(), StringComparison.Ordinal);
        await page.Locator("[data-picture]").SetInputFilesAsync(new FilePayload { Name = "Red dot.png", MimeType = "image/png", Buffer = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==") });
        await Assertions.Expect(area).ToHaveValueAsync(new Regex(@"!\[Red dot\]\(\.\./\.\./media/red-dot\.png\)"));
        var picture = page.Locator("[data-preview] img[src*='red-dot']");
        await Assertions.Expect(picture).ToBeVisibleAsync();
        Assert.Equal(5, await picture.EvaluateAsync<int>("i => i.decode().then(() => i.naturalWidth)"));
        await page.Locator("[data-picture]").SetInputFilesAsync(new FilePayload { Name = "drawing.svg", MimeType = "image/svg+xml", Buffer = "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() });
        await Assertions.Expect(page.Locator("[data-edit-status][data-bad]")).ToContainTextAsync("SVG");
        await Clean(visitor);
    }

    [BrowserFact(DisplayName = "Feature 124: a text of 200 kB is typed, looked at and saved; its bytes do not go over the circuit")]
    public async Task LargeText()
    {
        await using var visitor = await Open("en", 1280);
        var (page, area, largest) = (visitor.Page, await English(visitor.Page), 0);
        page.WebSocket += (_, s) => s.FrameSent += (_, f) => largest = Math.Max(largest, f.Binary?.Length ?? f.Text?.Length ?? 0);
        await page.ReloadAsync();
        await page.Locator("[data-assist][data-live]").WaitForAsync();
        var mark = Unique("large");
        await area.EvaluateAsync("(a, mark) => { a.value += '\\n' + ('The effect depends on the part that was changed. '.repeat(10) + '\\n\\n').repeat(430) + mark + '.\\n'; a.dispatchEvent(new Event('input', { bubbles: true })); }", mark);
        Assert.True((await area.InputValueAsync()).Length > 200_000);
        await Assertions.Expect(page.Locator("[data-preview]")).ToContainTextAsync(mark, new() { Timeout = 30_000 });
        Assert.InRange(largest, 1, 32 * 1024);
        await page.Locator("[data-edit-save]").ClickAsync();
        await page.WaitForURLAsync("**saved=Committed");
        await page.GotoAsync(Live);
        await Assertions.Expect(page.Locator(".prose")).ToContainTextAsync(mark);
        Assert.Empty(visitor.Complaints);
    }

    [BrowserTheory(DisplayName = "Feature 124: the editor's pages have nothing for axe and do not scroll sideways")]
    [InlineData("ja", 320, ColorScheme.Light)]
    [InlineData("en", 390, ColorScheme.Dark)]
    [InlineData("ja", 1280, ColorScheme.Dark)]
    [InlineData("en", 1440, ColorScheme.Light)]
    public async Task PagesAreClean(string lang, int width, ColorScheme scheme)
    {
        await using var visitor = await Open(lang, width, scheme);
        await visitor.Page.Locator("[data-fields] summary").Nth(lang == "ja" ? 0 : 1).EvaluateAsync("s => s.parentElement.open = true");
        await Clean(visitor);
        if (width > 1000)
        {
            await visitor.Page.Locator("[data-show=all]").ClickAsync();
            await Clean(visitor);
        }
        await visitor.Page.GotoAsync("/edit");
        await Clean(visitor);
    }

    [BrowserFact(DisplayName = "Feature 124: without script the text is a field of a form that previews, saves and merges")]
    public async Task WithoutScript()
    {
        await using var visitor = await Site.VisitAs(Roles.Editor, "en", script: false);
        await using var other = await Open("en", 1280);
        var (page, words) = (visitor.Page, Unique("plain"));
        await page.GotoAsync(Page);
        var area = page.Locator("#text-1");
        var text = await area.InputValueAsync();
        await area.FillAsync(text.Replace("Usually not.", $"Usually not, {words}.", StringComparison.Ordinal));
        await page.Locator("button[value=preview][data-script-less]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-preview]")).ToContainTextAsync(words);
        // Meanwhile somebody with script saves.
        var theirs = Unique("theirs");
        await (await English(other.Page)).EvaluateAsync("(a, word) => { a.focus(); const at = a.value.indexOf('## Impact'); a.setSelectionRange(at, at); document.execCommand('insertText', false, word + '.\\n\\n'); }", theirs);
        await other.Page.Locator("[data-edit-save]").ClickAsync();
        await other.Page.WaitForURLAsync("**saved=Committed");
        await page.Locator("button[value=save]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-conflict]")).ToBeVisibleAsync();
        Assert.Contains(theirs, await area.InputValueAsync(), StringComparison.Ordinal);
        await page.Locator("button[value=save]").ClickAsync();
        await page.WaitForURLAsync("**saved=Committed");
        await page.GotoAsync(Live);
        await Assertions.Expect(page.Locator(".prose", new() { HasText = theirs })).ToContainTextAsync(words);
    }

    private async Task<Visitor> Open(string lang, int width, ColorScheme scheme = ColorScheme.Light, string path = Page)
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        var visitor = await Site.VisitAs(Roles.Editor, lang, width, scheme: scheme);
        visitor.Page.SetDefaultTimeout(30_000);
        await visitor.Page.GotoAsync(path);
        await visitor.Page.Locator("[data-assist][data-live] [data-preview]").WaitForAsync();
        return visitor;
    }

    /// <summary>The field of the English text, shown.</summary>
    private static async Task<ILocator> English(IPage page)
    {
        await page.Locator("[data-show='1']").ClickAsync();
        return page.Locator("#text-1");
    }

    private static async Task Clean(Visitor visitor)
    {
        Assert.Empty((await visitor.Page.RunAxe()).Violations.Select(v => $"{visitor.Path} {v.Id}: {v.Nodes[0].Html}"));
        Assert.False(await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), visitor.Path + " scrolls sideways");
        Assert.Empty(visitor.Complaints);
    }

    private static string Unique(string word) => string.Create(CultureInfo.InvariantCulture, $"{word}{Interlocked.Increment(ref s_number)}x");
}
