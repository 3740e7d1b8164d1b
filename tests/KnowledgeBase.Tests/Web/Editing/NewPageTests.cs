using KnowledgeBase.Site;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using static KnowledgeBase.Tests.Web.Editing.EditingSite;

namespace KnowledgeBase.Tests.Web.Editing;

public sealed class NewPageTests(EditingSite site) : IClassFixture<EditingSite>
{
    [Fact(DisplayName = "Feature 92: a code that was looked for in vain becomes a stub that is saved, live and in the history")]
    public async Task AMissedCodeIsBegun()
    {
        await site.Get<IVisitorStore>().Add(ArticleRequest.ForCode(Code("0x8007232B"), KnowledgeBase.Content.Locale.En), Visitor.At(null));
        using var editor = await site.Editor();
        var dashboard = await editor.Text("/edit/dashboard");
        Assert.Contains("href=\"/edit/new?kind=code&code=0x8007232B\"", dashboard);
        var (to, html) = await Press(editor, "/edit/new?kind=code&code=0x8007232B", "new", "save");
        Assert.Equal("/edit/codes/0x8007232B?done=saved", to ?? html);
        Assert.Contains("0x8007232B", await site.Host.Text("/en/codes/0x8007232B"));
        Assert.NotNull(site.Get<CurrentSite>().Snapshot.Code(Code("0x8007232B")));
        Assert.DoesNotContain("href=\"/edit/new?kind=code&code=0x8007232B\"", await editor.Text("/edit/dashboard"));
    }

    [Fact(DisplayName = "Feature 92: words that found nothing become an article in both languages, begun as a draft that nobody else sees")]
    public async Task MissedWordsAreBegun()
    {
        using var editor = await site.Editor();
        Assert.Contains("value=\"move licence to a new pc\"", await editor.Text("/edit/new?kind=article&q=move+licence+to+a+new+pc"));
        var (to, html) = await Press(editor, "/edit/new?kind=article&q=move+licence+to+a+new+pc", "new", "draft", ("ja", "ライセンスを移す"));
        Assert.True(to?.StartsWith("/edit/drafts/") == true, html);
        var draft = await editor.Text(to!);
        Assert.Contains("articles/errors/move-licence-to-a-new-pc.ja.md", draft);
        Assert.Contains("title: \"ライセンスを移す\"", draft);
        Assert.Contains("TO WRITE", draft);
        Assert.Equal(404, (int)(await site.Host.GetRaw("/en/articles/move-licence-to-a-new-pc")).StatusCode);
    }

    [Theory(DisplayName = "What cannot be begun is answered with what is wrong, and with everything that was typed")]
    [InlineData("article", "name", "Not A Name")]
    [InlineData("article", "name", "hardware-change-impact")]
    [InlineData("article", "ja", "")]
    [InlineData("code", "code", "no code <script>")]
    [InlineData("code", "code", "0xC004F211")]
    [InlineData("guide", "procedure", "no-such-article")]
    [InlineData("guide", "name", "windows-activation")]
    [InlineData("term", "name", "activation")]
    public async Task WrongFieldsAreNamed(string kind, string field, string value)
    {
        using var editor = await site.Editor();
        (string, string)[] typed = [("ja", "題"), ("en", "Title \"quoted\" & <b>"), ("name", "good-name"), ("code", "0x80070001"), ("procedure", "hardware-change-impact")];
        var (to, html) = await Press(editor, "/edit/new?kind=" + kind, "new", "save", [.. typed.Where(t => t.Item1 != field), (field, value)]);
        Assert.Null(to);
        Assert.Contains("aria-invalid=\"true\"", html);
        Assert.Contains($"value=\"{value}\"", html);
        if (kind != "code") Assert.Contains("Title \"quoted\" & <b>", html);
    }

    [Theory(DisplayName = "Feature 92: guides and terms are begun too")]
    [InlineData("guide", "office-activation", "guides/office-activation.yaml")]
    [InlineData("term", "volume-licence", "glossary.yaml")]
    public async Task OtherKindsAreSaved(string kind, string name, string path)
    {
        using var editor = await site.Editor();
        var (to, html) = await Press(editor, "/edit/new?kind=" + kind, "new", "save", ("ja", "名前"), ("en", "Name"), ("name", name), ("procedure", "fix-0xc004f211"));
        Assert.True(to is not null, html);
        Assert.Contains("id: " + name, site.Read(path));
    }

    private static KnowledgeBase.Content.ErrorCode Code(string text) => KnowledgeBase.Content.ErrorCode.TryParse(text, out var code) ? code : throw new ArgumentException(text);
}
