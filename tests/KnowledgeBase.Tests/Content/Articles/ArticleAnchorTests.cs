using KnowledgeBase.Content;
using static KnowledgeBase.Tests.Content.Articles.ArticleSamples;

namespace KnowledgeBase.Tests.Content.Articles;

public sealed class ArticleAnchorTests
{
    [Fact(DisplayName = "Feature 34: a step keeps its written id wherever it stands")]
    public void Written_ids_survive_reordering()
    {
        var (before, after) = (Steps("1. a {#first}\n2. b {#second}"), Steps("1. new\n2. b {#second}\n3. a {#first}"));
        Assert.Equal(["first", "second"], before);
        Assert.Equal(["s-step-1", "second", "first"], after);
    }

    [Fact(DisplayName = "Feature 96: no heading id is empty, whatever the heading is")]
    public void Ids_are_never_empty_and_never_given_twice()
    {
        var article = ParseBody("## 認証\n\n## 認証\n\n## !!!\n\n## Same\n\n## Same\n\n## Same-2\n\n## \n\n::: steps\n1. a\n:::\n\n::: steps\n1. b\n:::\n").Article!;
        var ids = article.Sections.Select(s => s.Id).Concat(article.Sections.SelectMany(s => s.Steps).Select(s => s.Id)).ToList();
        Assert.All(ids, id => Assert.Matches("^[a-z0-9][a-z0-9-]*$", id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(article.Skeleton.Anchors.Order(), ids.Order());
    }

    [Fact]
    public void A_written_id_wins_over_one_that_is_made_before_it()
    {
        var article = ParseBody("## Part\n\n## Other {#part}\n").Article!;
        Assert.Equal(["part-2", "part"], article.Sections.Select(s => s.Id));
    }

    [Fact(DisplayName = "Feature 37: a step says what it needs and how long it takes")]
    public void Steps_carry_their_badges()
    {
        var article = ParseBody("## S {#s}\n\n::: steps\n1. a {admin time=2m}\n2. b {irreversible data-loss}\n   - more\n:::\n").Article!;
        var steps = article.Sections[0].Steps;
        Assert.Equal([(1, true, false, false, 2), (2, false, true, true, null)],
            steps.Select(s => (s.Number, s.NeedsAdministrator, s.Irreversible, s.RisksData, s.Minutes)));
        Assert.Equal(["a", "b\nmore"], steps.Select(s => s.Text));
        Assert.Equal(2, article.Minutes);
    }

    [Fact]
    public void Of_variants_only_the_longest_counts_for_the_time()
    {
        const string Variant = "::: when os={0}\n::: steps\n1. a {{time={1}m}}\n:::\n:::\n";
        var body = "::: steps\n1. a {time=1m}\n:::\n" + string.Format(null, Variant, "windows-11", 5) + string.Format(null, Variant, "windows-10", 9) + "文。\n" + string.Format(null, Variant, "windows-10", 2);
        Assert.Equal(1 + 9 + 2, ParseBody(body).Article!.Minutes);
        Assert.Null(ParseBody("::: steps\n1. a\n:::\n").Article!.Minutes);
    }

    [Fact]
    public void Questions_are_sections_of_their_own()
    {
        var article = ParseBody("## FAQ {#faq}\n\n::: faq\n### 問一 {#q1}\n答一\n\n### 問二 {#q2}\n答二\n:::\n").Article!;
        Assert.Equal(["faq|", "q1|答一", "q2|答二"], article.Sections.Select(s => $"{s.Id}|{s.Text}"));
    }

    private static IEnumerable<string> Steps(string list) => ParseBody($"## S {{#s}}\n\n::: steps\n{list}\n:::\n").Article!.Sections[0].Steps.Select(s => s.Id);
}
