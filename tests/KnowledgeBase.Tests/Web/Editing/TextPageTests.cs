using KnowledgeBase.Site.Editing;
using static KnowledgeBase.Tests.Web.Editing.EditingSite;

namespace KnowledgeBase.Tests.Web.Editing;

public sealed class TextPageTests(EditingSite site) : IClassFixture<EditingSite>
{
    [Fact(DisplayName = "A code's file is edited as it is: what is wrong is named with its line and nothing typed is lost; what is right is saved and live")]
    public async Task CodesAreEdited()
    {
        using var editor = await site.Editor();
        const string page = "/edit/codes/0xC004F213";
        var text = site.Read("codes/0xC004F213.yaml");
        var broken = text.Replace("area: key", "arrea: key");
        Assert.NotEqual(text, broken);
        var (to, html) = await Press(editor, page, "edit", "save", ("text-0", broken), ("reason", "Try <this>"));
        Assert.Null(to);
        Assert.Contains("data-line=\"2\"", html);
        Assert.Contains("arrea: key", html);
        Assert.Contains("value=\"Try <this>\"", html);
        Assert.Equal(text, site.Read("codes/0xC004F213.yaml"));
        var better = text + "# A remark\n";
        Assert.Equal(page + "?saved=Committed", (await Press(editor, page, "edit", "save", ("text-0", better), ("reason", "Remark it"), ("class", "Typo"))).To);
        Assert.Equal(better, site.Read("codes/0xC004F213.yaml"));
        var entry = (await site.Get<ContentHistory>().Of("codes/0xC004F213.yaml"))[0];
        Assert.Equal(("Remark it", ChangeClass.Typo, editor.Name), (entry.Subject, entry.Class, entry.Author.Name));
    }

    [Fact(DisplayName = "A code's preview is what its page shows of the text as it is typed, without what readers send from there")]
    public async Task CodesArePreviewed()
    {
        using var editor = await site.Editor();
        const string page = "/edit/codes/0xC004F211";
        using var opened = await editor.Get(page);
        var text = Fields(await opened.Content.ReadAsStringAsync())["text-0"];
        var (_, html) = await Press(editor, page, "edit", "preview", ("text-0", text.Replace("en: Windows sees", "en: Typed Windows sees")));
        Assert.Matches("(?s)data-preview.*<h1>Typed .*class=\"cases\"", html);
        Assert.DoesNotContain("/votes", html);
        await Press(editor, page, "edit", "drop");
    }

    [Fact(DisplayName = "A guide is shown with its picture and its tests, those that fail named, before it is saved")]
    public async Task GuidesShowTheirTests()
    {
        using var editor = await site.Editor();
        const string page = "/edit/guides/windows-activation";
        using var opened = await editor.Get(page);
        var first = await opened.Content.ReadAsStringAsync();
        Assert.Contains("map-look", first);
        Assert.Contains("Tests: 9 of 9 pass", first);
        Assert.Contains("Nothing differs from what is saved", (await Press(editor, page, "edit", "save")).Html);
        var tests = Fields(first)["text-1"];
        var (_, html) = await Press(editor, page, "edit", "preview", ("text-1", tests.Replace("expect: fine", "expect: look")));
        Assert.Contains("Tests: 8 of 9 pass", html);
        Assert.Contains("test-failed", html);
        Assert.Matches("data-line=\"\\d+\" data-column=\"\\d+\" data-in=\"1\"", html);
        Assert.StartsWith("/edit/drafts/", (await Press(editor, page, "edit", "draft", ("text-1", tests + "# more\n"))).To);
    }

    [Fact(DisplayName = "A file of an article leads to the editor of both its languages, and one that is not there to none")]
    public async Task ArticlesHaveOneEditor()
    {
        using var editor = await site.Editor();
        using var moved = await editor.Get("/edit/files/" + Impact);
        Assert.Equal("/edit/articles/hardware-change-impact", moved.Headers.Location?.OriginalString);
        using var gone = await editor.Get("/edit/codes/0x80070002");
        Assert.Equal(404, (int)gone.StatusCode);
    }

    [Fact(DisplayName = "Two who change one file meet: both changes stand in the field, and the next save takes them")]
    public async Task FilesMeetAConflict()
    {
        using var editor = await site.Editor();
        const string page = "/edit/files/snippets/open-settings.ja.md";
        using var opened = await editor.Get(page);
        var fields = Fields(await opened.Content.ReadAsStringAsync());
        await site.Save("snippets/open-settings.ja.md", "。", "。 ");
        fields["text-0"] = fields["text-0"] + "\n続きです。\n";
        var (to, html) = await Send(editor, page, "edit", "save", fields);
        Assert.Null(to);
        Assert.Contains("data-conflict=\"0\"", html);
        Assert.Contains("続きです。", html);
        var after = Fields(html);
        after["text-0"] = after["text-0"].Replace("<<<<<<< own\n", "").Replace(">>>>>>> theirs\n", "");
        if (after["text-0"].IndexOf("=======\n", StringComparison.Ordinal) is > 0 and var middle) after["text-0"] = after["text-0"][..middle];
        Assert.Equal(page + "?saved=Committed", (await Send(editor, page, "edit", "save", after)).To);
        Assert.Contains("続きです。", site.Read("snippets/open-settings.ja.md"));
    }

    [Fact(DisplayName = "A glossary term is edited alone: whoever changes another is not in the way, whoever changes this one is shown, merged")]
    public async Task TermsAreEditedAlone()
    {
        using var editor = await site.Editor();
        const string page = "/edit/terms/kms-host";
        using var opened = await editor.Get(page);
        var fields = Fields(await opened.Content.ReadAsStringAsync());
        Assert.StartsWith("- id: kms-host\n", fields["text-0"]);
        Assert.DoesNotContain("digital-licence", fields["text-0"]);
        await site.Save("glossary.yaml", "reading: らいせんすにんしょう", "reading: らいせんす にんしょう");
        var typed = new Dictionary<string, string>(fields) { ["text-0"] = fields["text-0"].Replace("answers activation requests", "answers requests for activation") };
        Assert.Equal(page + "?saved=Committed", (await Send(editor, page, "edit", "save", typed)).To);
        Assert.Contains("answers requests for activation", site.Read("glossary.yaml"));
        Assert.Contains("らいせんす にんしょう", site.Read("glossary.yaml"));
        Assert.Equal("Edit glossary.yaml#kms-host", (await site.Get<ContentHistory>().Of("glossary.yaml"))[0].Subject);

        // Begun before that save: theirs and mine are brought together.
        fields["text-0"] = fields["text-0"].Replace("- id: kms-host", "- id: kms-host  # late");
        var (to, html) = await Send(editor, page, "edit", "save", fields);
        Assert.Null(to);
        Assert.Contains("data-conflict=\"0\"", html);
        Assert.DoesNotContain("# late", site.Read("glossary.yaml"));
        var merged = Fields(html)["text-0"];
        Assert.Contains("# late", merged);
        Assert.Contains("answers requests for activation", merged);
        Assert.Equal(page + "?saved=Committed", (await Send(editor, page, "edit", "save", Fields(html))).To);
        Assert.Contains("# late", site.Read("glossary.yaml"));
    }

    [Fact(DisplayName = "A term is kept while somebody types, restored, shown as readers see it, and its mistakes are named by its own lines")]
    public async Task TermsAreKeptAndPreviewed()
    {
        using var editor = await site.Editor();
        const string page = "/edit/terms/digital-licence";
        var form = await EditorForm.Open(editor, page);
        var wanted = form.Texts[0].Replace("en: digital licence", "en: typed licence") + "  see: no-such-article\n";
        var kept = await form.Ask("/api/edit/texts", form.Fields(new() { [0] = wanted }));
        Assert.Equal(1, kept.GetProperty("version").GetInt64());
        var again = await EditorForm.Open(editor, page);
        Assert.Equal(wanted, again.Texts[0]);
        Assert.NotNull(again.Document.QuerySelector("[data-edit-restored]"));
        Assert.Equal("typed licence", again.Document.QuerySelector("[data-preview] .glossary .term-name")!.TextContent);
        // The rule names the entry, which is not the first of its file.
        Assert.NotNull(again.Document.QuerySelector($".edit-findings a[data-in='0'][data-line='1']"));
        Assert.StartsWith("/edit/drafts/", (await Press(editor, page, "edit", "draft", ("text-0", wanted.Replace("  see: no-such-article\n", "")))).To);
        var draft = (await site.Get<Drafts>().All(new(editor.Name, editor.Name))).First(d => d.Files.Any(f => f.Path == "glossary.yaml#digital-licence"));
        Assert.Contains("typed licence", await editor.Text($"/edit/preview/{draft.Id}/en/glossary"));
        Assert.DoesNotContain("typed licence", site.Read("glossary.yaml"));
    }

    [Fact(DisplayName = "The text of a term begins with its own id: another id would be another term's")]
    public async Task TermsKeepTheirId()
    {
        using var editor = await site.Editor();
        const string page = "/edit/terms/digital-licence";
        using var opened = await editor.Get(page);
        var text = Fields(await opened.Content.ReadAsStringAsync())["text-0"];
        foreach (var wrong in new[] { "", text.Replace("- id: digital-licence", "- id: other-licence") })
        {
            var (to, html) = await Press(editor, page, "edit", "save", ("text-0", wrong));
            Assert.Null(to);
            Assert.Contains("- id: digital-licence`", html);
        }

        Assert.Contains(text, site.Read("glossary.yaml"));
        await Press(editor, page, "edit", "drop");
    }

    [Fact(DisplayName = "Feature 95: shared parts are listed with every page that a change of one would change")]
    public async Task SnippetsShowTheirUses()
    {
        using var editor = await site.Editor();
        var html = await editor.Text("/edit/snippets");
        Assert.Contains("id=\"snippet-open-settings\"", html);
        Assert.Contains("/edit/files/snippets/open-settings.en.md", html);
        Assert.Matches("Pages that it changes: [1-9]", html);
    }

    [Theory(DisplayName = "Features 98, 101, 102: pages about a guide's ways and versions lead to each other")]
    [InlineData("/edit/guides/windows-activation/paths", "/edit/guides/windows-activation/diff")]
    [InlineData("/edit/guides/windows-activation/diff", "/edit/history/guides/windows-activation.yaml")]
    [InlineData("/edit/guides/windows-activation", "/edit/guides/windows-activation/paths")]
    [InlineData("/edit/codes/0xC004F211", "/edit/rename/0xC004F211")]
    [InlineData("/edit/history/hardware-change-impact", "/edit/translations/hardware-change-impact")]
    public async Task PagesAreLinked(string page, string link)
    {
        using var editor = await site.Editor();
        Assert.Contains($"href=\"{link}\"", await editor.Text(page));
    }
}
