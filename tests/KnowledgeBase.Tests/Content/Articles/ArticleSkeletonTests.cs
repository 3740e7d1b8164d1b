using KnowledgeBase.Content;
using static KnowledgeBase.Tests.Content.Articles.ArticleSamples;

namespace KnowledgeBase.Tests.Content.Articles;

public sealed class ArticleSkeletonTests
{
    [Fact(DisplayName = "Feature 78: the structure of an article reads the same in both languages")]
    public void A_translation_has_the_same_skeleton()
    {
        var ja = ParseBody("## 手順 {#s}\n\n::: steps\n1. **設定**を開く。 {admin}\n:::\n\n| 一 | 二 |\n|---|---|\n| あ | い |\n\n> [!NOTE]\n> 注。\n\n`slmgr /ipk <プロダクト キー>` と `設定`。[鍵](/a/key) ![図](../../media/k.svg)\n").Article!;
        var en = ParseBody("## Steps {#s}\n\n::: steps\n1. Open **Settings**. {admin}\n:::\n\n| One | Two |\n|---|---|\n| a | b |\n\n> [!NOTE]\n> Note.\n\n`slmgr /ipk <product key>` and `Settings`. [key](/a/key) ![Key](../../media/k.svg)\n").Article!;
        Assert.Equal(["h2#s", "steps:1", "step:admin", "table:2x2", "note"], Texts(ja.Skeleton.Blocks));
        Assert.Equal(["slmgr /ipk <>"], Texts(ja.Skeleton.Commands));
        Assert.Equal(["/a/key", "/media/k.svg"], Texts(ja.Skeleton.Links));
        Assert.Equal(Texts(ja.Skeleton.Blocks), Texts(en.Skeleton.Blocks));
        Assert.Equal(Texts(ja.Skeleton.Commands), Texts(en.Skeleton.Commands));
        Assert.Equal(Texts(ja.Skeleton.Links), Texts(en.Skeleton.Links));
        Assert.Equal(ja.Skeleton.Anchors.Order(), en.Skeleton.Anchors.Order());
    }

    [Theory]
    [InlineData("slmgr.vbs /dlv", true)]
    [InlineData(@"C:\Windows\System32\sppsvc.exe", true)]
    [InlineData("0xC004F213", true)]
    [InlineData("Settings", false)]
    [InlineData("設定", false)]
    public void Code_spans_that_are_words_of_a_language_are_not_compared(string code, bool compared) =>
        Assert.Equal(compared ? [code] : [], Texts(ParseBody($"`{code}`\n").Article!.Skeleton.Commands));

    [Fact]
    public void Commands_lose_their_prompt_and_output_is_not_compared()
    {
        var skeleton = ParseBody("```powershell\nPS C:\\> slmgr /dlv\n```\n\n```text\nName: Windows\n```\n").Article!.Skeleton;
        Assert.Equal(["slmgr /dlv"], Texts(skeleton.Commands));
        Assert.Equal(["pre", "pre"], Texts(skeleton.Blocks));
    }

    [Fact]
    public void Codes_are_found_in_text_code_and_headings_with_their_lines()
    {
        var article = ParseBody("## 0xC004F213 {#x}\n\n文 0xc004c008\n\n```text\na\n0xC004F211\n```\n").Article!;
        Assert.Equal([("0xC004F213", 5), ("0xC004C008", 7), ("0xC004F211", 11)], article.Skeleton.Codes.Select(c => (c.Text, c.Line)));
        Assert.Equal(["0xC004F213", "0xC004C008", "0xC004F211"], article.Codes.Select(c => c.Hex));
    }

    [Fact(DisplayName = "Feature 95: an article says which shared parts it uses")]
    public void Includes_are_named()
    {
        var context = new ArticleContext(new Dictionary<string, string> { ["snippets/a.ja.md"] = "一\n\n0xC004F213\n" });
        var skeleton = ParseBody("文\n\n{{include: a}}\n\n0xC004F211\n", context: context).Article!.Skeleton;
        Assert.Equal(new SkeletonPart("a", 7), Assert.Single(skeleton.Includes));
        Assert.Equal([("0xC004F213", 7), ("0xC004F211", 9)], skeleton.Codes.Select(c => (c.Text, c.Line)));
    }

    [Fact]
    public void Shared_parts_cannot_multiply_without_end()
    {
        var many = string.Concat(Enumerable.Repeat("{{include: b}}\n\n", 100));
        var context = new ArticleContext(new Dictionary<string, string> { ["snippets/a.ja.md"] = many, ["snippets/b.ja.md"] = new string('x', 10_000) });
        var parse = ParseBody("{{include: a}}\n", context: context);
        Assert.Null(parse.Article);
        Assert.Equal(DiagnosticRule.TooComplex, Assert.Single(parse.Diagnostics).Rule);
    }

    [Fact]
    public void The_text_of_a_section_has_one_line_per_block_and_no_markup()
    {
        var article = ParseBody("## 節 {#s}\n\n**強**い\n文と `code`。\n\n- 一\n- 二\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```cmd\nver\n```\n").Article!;
        Assert.Equal("強い文と code。\n一\n二\na b\n1 2\nver", article.Sections[0].Text);
    }

    private static IEnumerable<string> Texts(IEnumerable<SkeletonPart> parts) => parts.Select(p => p.Text);
}
