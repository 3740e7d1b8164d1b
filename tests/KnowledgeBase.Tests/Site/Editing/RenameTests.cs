using KnowledgeBase.Content;
using KnowledgeBase.Site.Editing;
using static KnowledgeBase.Site.Editing.SaveResult;

namespace KnowledgeBase.Tests.Site.Editing;

public sealed class RenameTests : IDisposable
{
    private readonly EditingDesk _desk = new();

    private Renames Renames => _desk.Get<Renames>();

    public void Dispose() => _desk.Dispose();

    [Fact(DisplayName = "Feature 87: renaming an article moves both files, rewrites every link and name, and redirects the old address, in one commit")]
    public async Task An_article_is_renamed_with_all_that_points_there()
    {
        var plan = Assert.IsType<RenamePlan.Ready>(Renames.Article("fix-0xc004f211", "reactivate-device", null, EditingDesk.Aya));
        Assert.Equal([new("/articles/fix-0xc004f211", "/articles/reactivate-device")], plan.Redirects);
        Assert.IsType<Saved>(await Renames.Do(plan));
        Assert.Equal("2", _desk.Git("rev-list", "--count", "HEAD"));
        Assert.Equal("", _desk.Git("status", "--porcelain"));
        Assert.False(File.Exists(_desk.Content.At("articles/errors/fix-0xc004f211/index.ja.md")));
        Assert.Equal(2, _desk.Site.Content.Articles.Count(a => a.Id.Value == "reactivate-device" && a.Path.StartsWith("articles/errors/reactivate-device/index.")));
        Assert.Equal("/a/reactivate-device#steps", _desk.Site.Content.Codes.Single(c => c.Code.Hex == "0xC004F211").First!.Link);
        Assert.Contains(_desk.Site.Content.Guides.Single().Outcomes, o => o.Procedure == "reactivate-device#steps");
        Assert.Equal("/articles/reactivate-device", _desk.Site.Content.Redirects.Resolve("/articles/fix-0xc004f211"));
        Assert.Equal("/articles/reactivate-device#steps", _desk.Site.Content.Redirects.Resolve("/articles/reactivation"));
        foreach (var file in Directory.EnumerateFiles(_desk.Content.Folder, "*.*", SearchOption.AllDirectories).Where(f => !f.Contains("/.git/") && !f.EndsWith("redirects.yaml")))
            Assert.DoesNotContain("fix-0xc004f211", File.ReadAllText(file));
        Assert.Equal(["Rename fix-0xc004f211 to reactivate-device", "Begin"], (await _desk.Get<ContentHistory>().OfArticle(_desk.Site.Content.Articles.Where(a => a.Id.Value == "reactivate-device"))).Select(e => e.Subject));
    }

    [Fact(DisplayName = "Feature 87: renamed there and back again the redirects lead to the page that is there")]
    public async Task There_and_back_again()
    {
        Assert.IsType<Saved>(await Renames.Do(Renames.Article("fix-0xc004f211", "other", null, EditingDesk.Aya)));
        Assert.IsType<Saved>(await Renames.Do(Renames.Article("other", "fix-0xc004f211", null, EditingDesk.Aya)));
        Assert.Null(_desk.Site.Content.Redirects.Resolve("/articles/fix-0xc004f211"));
        Assert.Equal("/articles/fix-0xc004f211", _desk.Site.Content.Redirects.Resolve("/articles/other"));
    }

    [Fact(DisplayName = "Feature 87: renaming a heading rewrites links in both languages, in codes and guides, and keeps its old place")]
    public async Task A_heading_is_renamed()
    {
        Assert.IsType<Saved>(await Renames.Do(Renames.Anchor("fix-0xc004f211", "steps", "do-it", EditingDesk.Aya)));
        Assert.All(_desk.Site.Content.Articles.Where(a => a.Id.Value == "fix-0xc004f211"), a => Assert.Contains("do-it", a.Skeleton.Anchors));
        Assert.Equal("/a/fix-0xc004f211#do-it", _desk.Site.Content.Codes.Single(c => c.Code.Hex == "0xC004F211").First!.Link);
        Assert.Contains(_desk.Site.Content.Guides.Single().Outcomes, o => o.Procedure == "fix-0xc004f211#do-it");
        Assert.Equal("/articles/fix-0xc004f211#do-it", _desk.Site.Content.Redirects.Resolve("/articles/fix-0xc004f211#steps"));
        Assert.Equal("2", _desk.Git("rev-list", "--count", "HEAD"));
    }

    [Fact]
    public async Task An_article_is_moved_to_another_category()
    {
        Assert.IsType<Saved>(await Renames.Do(Renames.Article("hardware-change-impact", null, "errors", EditingDesk.Aya)));
        Assert.All(_desk.Site.Content.Articles.Where(a => a.Id.Value == "hardware-change-impact"), a => Assert.Equal("errors", a.Category));
    }

    [Fact(DisplayName = "Feature 87: sections become an article of their own, and links to them lead there")]
    public async Task An_article_is_split()
    {
        var split = new SplitRequest("hardware-change-impact", ["questions"], "hardware-questions", new("部品の質問", "Questions on parts"), new("部品についての質問です。", "Questions on parts, answered."));
        Assert.IsType<Saved>(await Renames.Do(Renames.Split(split, EditingDesk.Aya)));
        foreach (var locale in Locale.All)
        {
            var (old, made) = (_desk.Site.ArticleById(locale, "hardware-change-impact")!, _desk.Site.ArticleById(locale, "hardware-questions")!);
            Assert.DoesNotContain("questions", old.Skeleton.Anchors);
            Assert.Contains("graphics", made.Skeleton.Anchors);
            Assert.Equal(split.Title.In(locale), made.Title);
            Assert.Equal(old.FrontMatter.AppliesTo.Licence, made.FrontMatter.AppliesTo.Licence);
        }
        Assert.Contains(_desk.Site.Content.Guides.Single().Outcomes, o => o.Procedure == "hardware-questions#questions");
        Assert.Equal("/articles/hardware-questions#oem", _desk.Site.Content.Redirects.Resolve("/articles/hardware-change-impact#oem"));
        Assert.Equal("2", _desk.Git("rev-list", "--count", "HEAD"));
    }

    [Fact]
    public async Task A_code_is_retired_with_its_reason()
    {
        Assert.IsType<Saved>(await Renames.Do(Renames.RetireCode("0xC004F213", new("使われなくなりました。", "It is \"gone\"."), EditingDesk.Aya)));
        var code = _desk.Site.Content.Codes.Single(c => c.Code.Hex == "0xC004F213");
        Assert.Equal((CodeStatus.Retired, "It is \"gone\"."), (code.Status, code.RetiredNote.En));
    }

    [Theory]
    [InlineData("no-such", "new-name")]
    [InlineData("fix-0xc004f211", "Not A Name")]
    [InlineData("fix-0xc004f211", "../x")]
    [InlineData("fix-0xc004f211", "hardware-change-impact")]
    public async Task What_cannot_be_renamed_says_why_and_changes_nothing(string id, string name)
    {
        var plan = Renames.Article(id, name, null, EditingDesk.Aya);
        Assert.NotEmpty(Assert.IsType<RenamePlan.Impossible>(plan).Message);
        Assert.Equal(SaveRefusal.Target, Assert.IsType<Refused>(await Renames.Do(plan)).Reason);
        Assert.Equal("", _desk.Git("status", "--porcelain"));
    }

    [Fact]
    public async Task A_rename_that_cannot_be_written_as_a_whole_is_not_written_at_all()
    {
        var plan = Renames.Article("fix-0xc004f211", "reactivate-device", null, EditingDesk.Aya);
        await _desk.Save("articles/hardware/hardware-change-impact.en.md", "title: ", "title: Meanwhile ");
        var code = _desk.Open("codes/0xC004F211.yaml");
        await _desk.Files.Save(new([new(code.Path, code.Revision, code.Text + "\n# Meanwhile.\n")], EditingDesk.Ben, "Meanwhile", ChangeClass.Typo));
        Assert.IsType<Conflict>(await Renames.Do(plan));
        Assert.True(File.Exists(_desk.Content.At("articles/errors/fix-0xc004f211/index.ja.md")));
        Assert.Equal("", _desk.Git("status", "--porcelain"));
    }

    [Theory]
    [InlineData("See [it](/a/old#x), </a/old> and `/a/old-er`.", "See [it](/a/new#x), </a/new> and `/a/old-er`.")]
    [InlineData("https://example.com/a/old stays", "https://example.com/a/old stays")]
    [InlineData("---\nrelated: [old, older, \"old\"]\ntitle: old\n---\nold\n", "---\nrelated: [new, older, \"new\"]\ntitle: old\n---\nold\n")]
    [InlineData("---\nrelated:\n  - old\n  - old-2\nsee: old#part\n---\n", "---\nrelated:\n  - new\n  - old-2\nsee: new#part\n---\n")]
    [InlineData("[r](../errors/old.ja.md#y) and [s](old.ja.md)", "[r](/a/new#y) and [s](/a/new)")]
    public void Links_and_names_are_rewritten_and_nothing_else(string text, string expected) =>
        Assert.Equal(expected, new LinkRewriter(new(new Dictionary<string, string> { ["old"] = "new" }, new Dictionary<(string, string), (string, string)>())).Rewrite("articles/errors/other.ja.md", text));

    [Fact(DisplayName = "Feature 95: a shared part names the pages that use it")]
    public void Snippets_know_where_they_are_used()
    {
        var used = Snippets.WhereUsed(_desk.Site.Content, _desk.Get<KnowledgeBase.Site.Storage.ContentWorkspace>().Texts());
        var uses = used["open-settings"];
        Assert.NotEmpty(uses);
        Assert.All(uses, u => Assert.Contains("{{include: open-settings}}", _desk.Content.Read(u.Article.Path).Split('\n')[u.Line - 1].Trim()));
    }
}
