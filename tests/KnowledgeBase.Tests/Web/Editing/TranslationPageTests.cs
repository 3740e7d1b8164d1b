using KnowledgeBase.Site;
using KnowledgeBase.Site.Editing;
using static KnowledgeBase.Tests.Web.Editing.EditingSite;

namespace KnowledgeBase.Tests.Web.Editing;

public sealed class TranslationPageTests(EditingSite site) : IClassFixture<EditingSite>
{
    private const string Page = "/edit/translations/hardware-change-impact";

    [Fact(DisplayName = "Features 74, 76, 77: what is behind is listed since its change, shown beside it, brought up to date as a draft, marked as followed, held back, and led by the other language")]
    public async Task TranslationsAreWorkedOff()
    {
        using var editor = await site.Editor();
        await site.Save(ImpactJa, "\n## ", "\n足しました。\n\n## ", "Add a sentence", ChangeClass.Major);
        var list = await editor.Text("/edit/translations");
        Assert.Contains("href=\"" + Page + "\"", list);
        Assert.Contains("Add a sentence", list);
        Assert.Contains("tag-major", list);
        var detail = await editor.Text(Page);
        Assert.Contains("diff-sides", detail);
        Assert.Contains("<ins>足しました。", detail);

        // As a draft: the translation with the revision of the source that it will follow.
        var (to, _) = await Press(editor, Page, "translation", "draft");
        var draft = await editor.Text(to!);
        Assert.Contains($"translated-from: \"{site.Get<CurrentSite>().Snapshot.ArticleById(KnowledgeBase.Content.Locale.Ja, "hardware-change-impact")!.Revision}\"", draft);
        Assert.Equal("/edit/drafts?done=published", (await Press(editor, to!, "edit", "save", ("text-0", Fields(draft)["text-0"] + "\nAdded.\n"))).To);
        Assert.Contains("gap-missing", await editor.Text("/edit/translations"));
        Assert.DoesNotContain("href=\"" + Page + "\"", await editor.Text("/edit/translations"));

        await site.Save(ImpactJa, "足しました。", "足しました!", "Mend a mark", ChangeClass.Typo);
        Assert.Contains("Mend a mark", await editor.Text(Page));
        Assert.Equal(Page + "?done=translation", (await Press(editor, Page, "translation", "follows")).To);
        Assert.DoesNotContain("Mend a mark</a>", await editor.Text(Page));

        Assert.Equal(Page + "?done=translation", (await Press(editor, Page, "translation", "swap")).To);
        Assert.Contains("source-language: en", site.Read(Impact));
        Assert.DoesNotContain("translated-from", site.Read(Impact));
        Assert.Contains("translated-from", site.Read(ImpactJa));
        Assert.DoesNotContain("href=\"" + Page + "\"", await editor.Text("/edit/translations"));
    }

    [Fact(DisplayName = "Feature 76: a page of one language is held back until its author is ready, then begun with the source's words")]
    public async Task TheGateOpens()
    {
        const string page = "/edit/translations/check-activation-state";
        using var editor = await site.Editor();
        Assert.Equal(page + "?done=translation", (await Press(editor, page, "translation", "not-ready")).To);
        Assert.Contains("ready-to-translate: false", site.Read("articles/activation/check-activation-state.ja.md"));
        Assert.Contains("id=\"not-ready\"", await editor.Text("/edit/translations"));
        Assert.Contains("It is ready", await editor.Text(page));
        var (to, _) = await Press(editor, page, "translation", "draft");
        var draft = await editor.Text(to!);
        Assert.Contains("articles/activation/check-activation-state.en.md", draft);
        Assert.DoesNotContain("ready-to-translate", Fields(draft)["text-0"]);
        Assert.Equal("/edit/drafts?done=published", (await Press(editor, to!, "edit", "save")).To);
        Assert.DoesNotContain("ready-to-translate", site.Read("articles/activation/check-activation-state.ja.md"));
        Assert.Contains("/en/articles/check-activation-state", await editor.Text(page));
        Assert.DoesNotContain("value=\"machine\"", await editor.Text(page));
    }

    [Theory]
    [InlineData("/edit/translations/no-such")]
    [InlineData("/edit/rename/no-such")]
    [InlineData("/edit/files/no/such.md")]
    [InlineData("/edit/files/../secret.md")]
    [InlineData("/edit/codes/nonsense")]
    [InlineData("/edit/guides/no-such")]
    [InlineData("/edit/terms/no-such")]
    [InlineData("/edit/drafts/no-such")]
    public async Task What_is_not_there_is_missing(string path)
    {
        using var editor = await site.Editor();
        using var answer = await editor.Get(path);
        Assert.Equal(404, (int)answer.StatusCode);
    }
}
