using System.Net;
using System.Text;
using System.Text.Json;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Tests.Site.Editing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web.Editing;

/// <summary>The web editor over HTTP alone, as a browser without script uses it.</summary>
public sealed class EditorTests : IAsyncLifetime
{
    private const string Page = "/edit/articles/hardware-change-impact";
    private const string En = "articles/hardware/hardware-change-impact.en.md";

    private readonly SampleHost _host = new();

    public Task InitializeAsync()
    {
        EditingDesk.Run(_host.Content.Folder, "init", "-q", "-b", "main");
        EditingDesk.Run(_host.Content.Folder, "add", "-A");
        EditingDesk.Run(_host.Content.Folder, "-c", "user.name=Hand", "-c", "user.email=hand@kb.example", "commit", "-q", "-m", "Begin");
        return _host.InitializeAsync();
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact(DisplayName = "Feature 124: an editor finds an article in the list by title, name and code, with its state")]
    public async Task ArticlesAreListed()
    {
        var editor = await _host.As(Roles.Editor);
        Assert.Contains($"href=\"{Page}\"", await editor.Text("/edit"), StringComparison.Ordinal);
        var filtered = await editor.Text("/edit?q=0xC004F211");
        Assert.Contains("/edit/articles/fix-0xc004f211", filtered, StringComparison.Ordinal);
        Assert.DoesNotContain(Page, filtered, StringComparison.Ordinal);
        var missing = await editor.Text("/edit?state=missing");
        Assert.Contains("/edit/articles/check-activation-state", missing, StringComparison.Ordinal);
        Assert.DoesNotContain(Page, missing, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.Get("/edit/articles/no-such-article")).StatusCode);
    }

    [Theory(DisplayName = "Feature 124: codes, guides, terms and other files are found beside the articles, each with the page that edits it")]
    [InlineData("0xC004F213", "/edit/codes/0xC004F213")]
    [InlineData("activation guides/", "/edit/guides/windows-activation")]
    [InlineData("kms host", "/edit/terms/kms-host")]
    [InlineData("site.yaml", "/edit/files/site.yaml")]
    public async Task OtherTextsAreListed(string words, string address)
    {
        var editor = await _host.As(Roles.Editor);
        var found = await editor.Text("/edit?q=" + Uri.EscapeDataString(words));
        Assert.Contains($"href=\"{address}\"", found, StringComparison.Ordinal);
        Assert.DoesNotContain("/edit/terms/digital-licence", found, StringComparison.Ordinal);
        Assert.Contains($"href=\"{address}\"", await editor.Text("/edit"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await editor.Get(address)).StatusCode);
    }

    [Fact(DisplayName = "Feature 124: without script a text is saved, is live, and stands in the history with author, reason and class")]
    public async Task SavedWithoutScript()
    {
        var editor = await _host.As(Roles.Editor);
        var form = await EditorForm.Open(editor, Page);
        Assert.Equal(_host.Content.Read(En), form.Texts[1]);
        using var answer = await form.Send("save", new() { [1] = form.Texts[1].Replace("Often lost", "Nearly always lost") }, ("reason", "Say how often"), ("class", "Major"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(Page + "?saved=Committed", answer.Headers.Location?.OriginalString);
        Assert.Contains("Nearly always lost", await _host.Text("/en/articles/hardware-change-impact"), StringComparison.Ordinal);
        var log = EditingDesk.Run(_host.Content.Folder, "log", "-1", "--format=%an%n%B");
        Assert.StartsWith($"{editor.Name}\nSay how often\n", log, StringComparison.Ordinal);
        Assert.Contains("Change-Class: major", log, StringComparison.Ordinal);
        Assert.Null(await Autosaved(editor));
    }

    [Fact(DisplayName = "Feature 124: what is typed is kept for its editor alone, restored with its difference, and can be thrown away")]
    public async Task KeptAndRestored()
    {
        using var editor = await _host.NewStaff(Roles.Editor);
        var form = await EditorForm.Open(editor, Page);
        var wanted = form.Texts[1].Replace("Hardly ever", "Never seen");
        var kept = await form.Ask("/api/edit/texts", form.Fields(new() { [1] = wanted }));
        Assert.Equal(1, kept.GetProperty("version").GetInt64());
        Assert.Equal("How a hardware change affects activation", kept.GetProperty("fields")[1].GetProperty("title").GetString());

        var again = await EditorForm.Open(editor, Page);
        Assert.Equal(wanted, again.Texts[1]);
        Assert.Contains("Never seen", again.Document.QuerySelector("[data-edit-restored] .diff-added")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(_host.Content.Read(En), (await EditorForm.Open(await _host.As(Roles.Admin), Page)).Texts[1]);

        using var dropped = await again.Send("drop");
        Assert.Equal(HttpStatusCode.Redirect, dropped.StatusCode);
        Assert.Equal(_host.Content.Read(En), (await EditorForm.Open(editor, Page)).Texts[1]);
    }

    [Fact(DisplayName = "Feature 124: texts typed back to what is saved leave nothing behind")]
    public async Task TypedBack()
    {
        using var editor = await _host.NewStaff(Roles.Editor);
        var form = await EditorForm.Open(editor, Page);
        var kept = await form.Ask("/api/edit/texts", form.Fields(new() { [1] = form.Texts[1] + "more\n" }));
        var back = await form.Ask("/api/edit/texts", form.Fields(null, ("draft", kept.GetProperty("draft").GetString()!), ("version", "1")));
        Assert.Equal(JsonValueKind.Null, back.GetProperty("draft").ValueKind);
        Assert.Null(await Autosaved(editor));
    }

    [Fact(DisplayName = "Feature 124: two windows of one person that type at once both keep their text")]
    public async Task TwoWindows()
    {
        using var editor = await _host.NewStaff(Roles.Editor);
        var form = await EditorForm.Open(editor, Page);
        var first = (await form.Ask("/api/edit/texts", form.Fields(new() { [1] = form.Texts[1] + "one\n" }))).GetProperty("draft").GetString()!;
        await form.Ask("/api/edit/texts", form.Fields(new() { [1] = form.Texts[1] + "one more\n" }, ("draft", first), ("version", "1")));
        var second = await form.Ask("/api/edit/texts", form.Fields(new() { [1] = form.Texts[1] + "two\n" }, ("draft", first), ("version", "1")));
        Assert.NotEqual(first, second.GetProperty("draft").GetString());
        var texts = (await _host.Services.GetRequiredService<Drafts>().All(Of(editor))).SelectMany(d => d.Files).Select(f => f.Text).ToList();
        Assert.Contains(texts, t => t!.EndsWith("one more\n", StringComparison.Ordinal));
        Assert.Contains(texts, t => t!.EndsWith("two\n", StringComparison.Ordinal));
    }

    [Fact(DisplayName = "Feature 124: of two editors the second sees who was first and both changes merged, and saves them without script")]
    public async Task ConflictIsMerged()
    {
        using var first = await _host.NewStaff(Roles.Editor);
        using var second = await _host.NewStaff(Roles.Editor);
        var (one, two) = (await EditorForm.Open(first, Page), await EditorForm.Open(second, Page));
        using (var saved = await one.Send("save", new() { [1] = one.Texts[1].Replace("Often lost", "Lost") })) Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using (var refused = await two.Send("save", new() { [1] = two.Texts[1].Replace("Usually not.", "As a rule, no.") })) Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        var view = two.Document.QuerySelector("[data-conflict='1']")!;
        Assert.Contains(first.Name, view.TextContent, StringComparison.Ordinal);
        Assert.Contains("As a rule, no.", two.Document.QuerySelector("#conflict-1-own")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("| Lost |", two.Document.QuerySelector("#conflict-1-theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("| Lost |", two.Texts[1], StringComparison.Ordinal);
        // Whoever leaves the page finds the conflict again.
        Assert.NotNull((await EditorForm.Open(second, Page)).Document.QuerySelector("[data-conflict='1']"));
        using (var saved = await two.Send("save")) Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var live = await _host.Text("/en/articles/hardware-change-impact");
        Assert.Contains(">Lost<", live, StringComparison.Ordinal);
        Assert.Contains("As a rule, no.", live, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "Feature 124: where both changed the same line, the marks of the merge must be gone before it is saved")]
    public async Task ClashIsChosen()
    {
        using var first = await _host.NewStaff(Roles.Editor);
        using var second = await _host.NewStaff(Roles.Editor);
        var (one, two) = (await EditorForm.Open(first, Page), await EditorForm.Open(second, Page));
        using (await one.Send("save", new() { [1] = one.Texts[1].Replace("Often lost", "Mostly lost") }))
        using (await two.Send("save", new() { [1] = two.Texts[1].Replace("Often lost", "Always lost") }))
            Assert.Contains("<<<<<<< own\n| Motherboard | Always lost |\n=======\n| Motherboard | Mostly lost |\n>>>>>>> theirs\n", two.Texts[1], StringComparison.Ordinal);
        using (var marked = await two.Send("save")) Assert.Equal(HttpStatusCode.OK, marked.StatusCode);
        Assert.Contains("Mostly lost", _host.Content.Read(En), StringComparison.Ordinal);
        var chosen = two.Texts[1].Replace("<<<<<<< own\n", "").Replace("=======\n| Motherboard | Mostly lost |\n>>>>>>> theirs\n", "");
        using (var saved = await two.Send("save", new() { [1] = chosen })) Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("Always lost", _host.Content.Read(En), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "Feature 124: a text that would break something is not saved; each finding leads to its line, and the text stays")]
    public async Task BrokenTextIsShown()
    {
        using var editor = await _host.NewStaff(Roles.Editor);
        var form = await EditorForm.Open(editor, Page);
        var broken = form.Texts[1].Replace("The effect depends", "See [this](/a/no-such-article). The effect depends");
        using var answer = await form.Send("save", new() { [1] = broken });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var link = form.Document.QuerySelector("#edit-invalid a[data-line]")!;
        Assert.Equal(("11", "1"), (link.GetAttribute("data-line"), link.GetAttribute("data-in")));
        Assert.Equal(broken, form.Texts[1]);
        Assert.Equal(broken, (await Autosaved(editor))!.Files.Single().Text);
        Assert.DoesNotContain("no-such-article", _host.Content.Read(En), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "Features 82, 124: the preview is what the real page shows of the text as it is typed")]
    public async Task PreviewIsThePage()
    {
        using var editor = await _host.NewStaff(Roles.Editor);
        editor.Http.DefaultRequestHeaders.Add("Accept-Language", "en");
        var form = await EditorForm.Open(editor, Page);
        using var answer = await form.Send("preview", new() { [1] = form.Texts[1].Replace("Often lost", "Often **lost** {x}") });
        var preview = form.Document.QuerySelector("[data-preview] .reading-main")!.OuterHtml;
        using (await form.Send("save")) { }
        var live = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await _host.Text("/en/articles/hardware-change-impact")).QuerySelector(".reading-main")!.OuterHtml;
        Assert.Contains("<strong>lost</strong>", preview, StringComparison.Ordinal);
        Assert.Equal(live, preview);
    }

    [Theory(DisplayName = "Feature 124: a value changed in the form of the front matter changes its line of the text and no other")]
    [InlineData("title", "A: \"new\" title", "title: \"A: \\\"new\\\" title\"")]
    [InlineData("summary", "Which parts matter", "summary: Which parts matter")]
    [InlineData("codes", "0xC004F211, 0xC004C008", "codes: [0xC004F211, 0xC004C008]")]
    [InlineData("applies-to.os", "windows-11", "applies-to: {os: [windows-11], licence: [oem, retail, digital]}")]
    [InlineData("owner", "licensing", "owner: licensing")]
    [InlineData("review-by", "2027-01-31", "review-by: 2027-01-31")]
    public async Task FieldsAreWrittenIntoTheText(string field, string value, string line)
    {
        using var editor = await _host.NewStaff(Roles.Editor);
        var form = await EditorForm.Open(editor, Page);
        var before = form.Texts[1];
        using (await form.Send("preview", null, ($"field.1.{field}", value))) { }
        var (old, now) = (before.Split('\n'), form.Texts[1].Split('\n'));
        Assert.Contains(line, now);
        Assert.InRange(now.Except(old).Count(), 1, 1);
        Assert.Equal(value, form.Document.QuerySelector($"[name='field.1.{field}']")!.GetAttribute("value"));
        // The script asks for the same by itself.
        var asked = await form.Ask("/api/edit/front-matter", new() { { new StringContent(En), "path" }, { new StringContent(before), "text" }, { new StringContent(field), "name" }, { new StringContent(value), "value" } });
        Assert.Equal(form.Texts[1], asked.GetProperty("text").GetString());
    }

    [Fact(DisplayName = "Feature 124: every naughty string comes back from the editor as it was typed, and is written so")]
    public async Task NaughtyStringsStayAsTheyAre()
    {
        using var editor = await _host.NewStaff(Roles.Editor);
        var strings = Naughty();
        Assert.True(strings.Count > 20, $"{strings.Count} strings");
        var form = await EditorForm.Open(editor, Page);
        // A first empty line, an end without line end, and characters that references cannot carry.
        var text = "\n" + string.Join('\n', strings) + "\n\u0085\u0080\u009f</textarea><script>&amp;&#x85;";
        var kept = await form.Ask("/api/edit/texts", form.Fields(new() { [1] = text }));
        Assert.Equal(JsonValueKind.Null, kept.GetProperty("problem").ValueKind);
        Assert.Equal(text, (await Autosaved(editor))!.Files.Single().Text);
        var raw = await (await editor.Get(Page)).Content.ReadAsStringAsync();
        var area = raw[(raw.IndexOf('>', raw.IndexOf("id=\"text-1\"", StringComparison.Ordinal)) + 1)..];
        Assert.Equal(text, area[1..area.IndexOf("</textarea>", StringComparison.Ordinal)].Replace("&lt;", "<").Replace("&amp;", "&"));
    }

    [Fact(DisplayName = "Feature 124: naughty strings are written into the file byte for byte")]
    public async Task NaughtyStringsAreWritten()
    {
        const string page = "/edit/articles/check-activation-state";
        var editor = await _host.As(Roles.Editor);
        var block = "\n```\n" + string.Join('\n', Naughty().Where(s => !s.Contains("```") && !s.Contains("0x"))) + "\n```\n";
        var form = await EditorForm.Open(editor, page);
        var wanted = form.Texts[0] + block;
        using var answer = await form.Send("save", new() { [0] = wanted });
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, form.Document.QuerySelector("[role=alert]")?.TextContent);
        Assert.Equal(wanted, _host.Content.Read("articles/activation/check-activation-state.ja.md"));
    }

    private static List<string> Naughty() => [.. File.ReadLines(Repository.Hostile("naughty-strings-blns.jsonl")).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("utf8_b64").GetString()!)
        .Select(b => Encoding.UTF8.GetString(Convert.FromBase64String(b)).Replace("\r\n", "\n").Replace('\r', '\n')).Where(s => !s.Contains('\0'))];

    private static Editor Of(StaffClient editor) => new(editor.Name, editor.Name);

    private Task<Draft?> Autosaved(StaffClient editor) => _host.Services.GetRequiredService<Drafts>().Autosaved(En, Of(editor));
}
