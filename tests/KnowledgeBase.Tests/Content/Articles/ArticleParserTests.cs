using System.Text;
using KnowledgeBase.Content;
using static KnowledgeBase.Tests.Content.Articles.ArticleSamples;

namespace KnowledgeBase.Tests.Content.Articles;

public sealed class ArticleParserTests
{
    [Theory]
    [InlineData("articles/errors/fix-it.ja.md", "errors", "fix-it", "ja")]
    [InlineData("articles/errors/fix-it.en.md", "errors", "fix-it", "en")]
    [InlineData("articles/hardware/fix-it/index.en.md", "hardware", "fix-it", "en")]
    public void The_path_says_category_slug_and_language(string path, string category, string slug, string language)
    {
        var article = Parse("# X\n", path).Article!;
        Assert.Equal((category, slug, slug, language), (article.Category, article.Slug, article.Id.Value, article.Locale.Tag));
    }

    [Theory]
    [InlineData("articles/fix-it.ja.md")]
    [InlineData("articles/errors/fix-it.md")]
    [InlineData("articles/errors/fix-it.fr.md")]
    [InlineData("articles/errors/Fix It.ja.md")]
    [InlineData("articles/errors/deep/er/index.ja.md")]
    [InlineData("articles/../../etc.ja.md")]
    public void Any_other_path_is_refused(string path)
    {
        var parse = Parse("# X\n", path);
        Assert.Null(parse.Article);
        Assert.Equal(DiagnosticRule.ArticleName, Assert.Single(parse.Diagnostics).Rule);
    }

    [Fact]
    public void All_front_matter_is_read()
    {
        var parse = Parse("""
            ---
            title: 題
            summary: まとめ
            id: other-id
            codes: [0xC004F211]
            applies-to: {os: [windows-11], licence: [oem], edition: [pro]}
            published: 2026-11-20
            updated: 2026-11-21
            author: A
            owner: licensing
            review-by: 2027-05-21
            verified: {on: "Windows 11 24H2", date: 2026-11-19, by: "X"}
            source-language: ja
            translated-from: abc123
            findable-by: ["認証 できない"]
            related: [other]
            sources:
              - {title: "Doc", url: "https://example.com/", checked: 2026-11-18}
            ---
            本文 0xC004F213。
            """);
        Assert.Empty(parse.Diagnostics);
        var (article, front) = (parse.Article!, parse.Article!.FrontMatter);
        Assert.Equal(("題", "まとめ", "other-id"), (article.Title, article.Summary, article.Id.Value));
        Assert.Equal(["0xC004F211", "0xC004F213"], article.Codes.Select(c => c.Hex));
        Assert.Equal(["windows-11", "oem", "pro"], [.. front.AppliesTo.Os, .. front.AppliesTo.Licence, .. front.AppliesTo.Edition]);
        Assert.Equal((new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 21), new DateOnly(2027, 5, 21)), (front.Published, front.Updated, front.ReviewBy));
        Assert.Equal(("A", "licensing", Locale.Ja, "abc123"), (front.Author, front.Owner, front.SourceLanguage, front.TranslatedFrom));
        Assert.Equal(new Verification("Windows 11 24H2", new DateOnly(2026, 11, 19), "X"), front.Verified);
        Assert.Equal(new Source("Doc", "https://example.com/", new DateOnly(2026, 11, 18)), Assert.Single(front.Sources));
        Assert.Equal(["認証 できない", "other"], [.. front.FindableBy, .. front.Related]);
    }

    [Theory]
    [InlineData("# 見出し\n\n本文の文。\n", "見出し", "本文の文。")]
    [InlineData("---\ntitle: 題\n---\n## 節 {#a}\n\n文。\n", "題", "文。")]
    [InlineData("ただの文。\n", "sample", "ただの文。")]
    [InlineData("---\n---\n文。", "sample", "文。")]
    public void What_is_missing_in_the_front_matter_is_only_a_warning(string text, string title, string summary)
    {
        var parse = Parse(text);
        Assert.Equal((title, summary), (parse.Article!.Title, parse.Article.Summary));
        Assert.NotEmpty(parse.Diagnostics);
        Assert.All(parse.Diagnostics, d => Assert.Equal(Severity.Warning, d.Severity));
    }

    [Fact]
    public void Front_matter_that_is_no_yaml_keeps_the_article_off_the_site()
    {
        var parse = Parse("---\ntitle: [\n---\n文。\n");
        Assert.Null(parse.Article);
        Assert.Contains(parse.Diagnostics, d => d.Severity == Severity.Error && d.Line is 2 or 3);
    }

    [Fact]
    public void An_unclosed_front_matter_is_named()
    {
        var parse = Parse("---\ntitle: x\n\n文。\n");
        Assert.Null(parse.Article);
        Assert.Equal(DiagnosticRule.FrontMatterOpen, Assert.Single(parse.Diagnostics).Rule);
    }

    [Fact]
    public void A_wrong_value_is_named_with_its_line_and_left_out()
    {
        var parse = Parse("---\ntitle: T\nsummary: S\nupdated: gestern\n---\n文。\n");
        Assert.Null(parse.Article!.FrontMatter.Updated);
        Assert.Equal((DiagnosticRule.BadValue, 4), parse.Diagnostics.Select(d => (d.Rule, d.Line)).Single());
    }

    [Fact]
    public void Sections_are_cut_at_levels_two_to_four_and_their_html_adds_up_to_the_body()
    {
        var article = ParseBody("導入。\n\n## 一 {#one}\n\nあ。\n\n### 二 {#two}\n\nい。\n\n##### 深い {#deep}\n\nう。\n").Article!;
        Assert.Equal(["one 2 一", "two 3 二"], article.Sections.Select(s => $"{s.Id} {s.Level} {s.Heading}"));
        Assert.Equal("導入。", article.LeadText);
        Assert.Equal(["あ。", "い。\n深い\nう。"], article.Sections.Select(s => s.Text));
        Assert.StartsWith("<p>導入。</p>", article.LeadHtml);
        Assert.StartsWith("<h2 id=\"one\">一<a class=\"permalink\" href=\"#one\"", article.Sections[0].Html);
        Assert.Equal(["deep", "one", "two"], article.Skeleton.Anchors.Order());
    }

    [Fact]
    public void A_first_level_heading_equal_to_the_title_is_dropped_and_any_other_goes_down()
    {
        var parse = ParseBody("# T\n\n文。\n\n# Other {#other}\n");
        Assert.DoesNotContain("<h1", parse.Article!.Html());
        Assert.Equal(["Other"], parse.Article!.Sections.Select(s => s.Heading));
        var found = Assert.Single(parse.Diagnostics);
        Assert.Equal((DiagnosticRule.ExtraTitle, 9), (found.Rule, found.Line));
    }

    [Fact]
    public void The_revision_is_that_of_the_bytes()
    {
        var (a, b) = (ParseBody("文。\n").Article!, ParseBody("文！\n").Article!);
        Assert.Matches("^[0-9a-f]{12}$", a.Revision);
        Assert.NotEqual(a.Revision, b.Revision);
        Assert.Equal(a.Revision, ParseBody("文。\n").Article!.Revision);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_do_not_matter(string lineEnd)
    {
        const string Body = "文。\n\n## 節 {#a}\n\n```\na\nb\n```\n";
        var other = Parse(("---\ntitle: T\nsummary: S\n---\n" + Body).Replace("\n", lineEnd)).Article!;
        Assert.Equal(ParseBody(Body).Article!.Html(), other.Html());
    }

    [Fact]
    public void A_byte_order_mark_and_a_missing_last_line_end_do_not_matter()
    {
        var parse = ArticleParser.Parse(new ContentFile(ArticleSamples.Path, Encoding.UTF8.GetBytes("\uFEFF---\ntitle: T\nsummary: S\n---\n文。")), ArticleContext.Empty);
        Assert.Empty(parse.Diagnostics);
        Assert.Equal("<p>文。</p>\n", parse.Article!.LeadHtml);
    }

    [Fact]
    public void Lines_of_the_skeleton_are_those_of_the_file()
    {
        var skeleton = ParseBody("## 節 {#a}\n\n0xC004F213 と\n`slmgr /dlv` と [x](/a/y)\n\n```powershell\nPS> slmgr /xpr\n```\n").Article!.Skeleton;
        Assert.Equal([("h2#a", 5), ("pre", 10)], skeleton.Blocks.Select(p => (p.Text, p.Line)));
        Assert.Equal(("0xC004F213", 7), skeleton.Codes.Select(p => (p.Text, p.Line)).Single());
        Assert.Equal([("slmgr /dlv", 8), ("slmgr /xpr", 11)], skeleton.Commands.Select(p => (p.Text, p.Line)));
        Assert.Equal(("/a/y", 8), skeleton.Links.Select(p => (p.Text, p.Line)).Single());
    }
}
