using System.Text;
using System.Text.Json;
using KnowledgeBase.Content;
using KnowledgeBase.Content.Markdown;
using KnowledgeBase.Tests.Content.Articles;

namespace KnowledgeBase.Tests.Content.Markdown;

public sealed class HostileMarkdownTests
{
    // Only so that a hang fails instead of stopping the run.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static TheoryData<string> Pathological() => [.. Rows("pathological-markdown.jsonl").Select(r => r.GetProperty("name").GetString()!).Distinct()];

    [Theory, MemberData(nameof(Pathological))]
    public async Task Input_that_makes_parsers_slow_is_shown_or_refused(string name)
    {
        foreach (var row in Rows("pathological-markdown.jsonl").Where(r => r.GetProperty("name").GetString() == name))
        {
            var text = PathologicalText.Build(row);
            // Too large as it is, it must also do no harm cut to what is read.
            foreach (var input in new[] { text, Encoding.UTF8.GetByteCount(text) > TextFile.DefaultLimit ? text[..(TextFile.DefaultLimit / 4)] : "x" })
            {
                var parse = await Task.Run(() => ArticleSamples.Parse(input)).WaitAsync(Patience);
                if (parse.Article is null) Assert.Contains(parse.Diagnostics, d => d is { Severity: Severity.Error, Message.Length: > 10 });
                else Assert.Empty(ActiveMarkup.Find(parse.Article.Html()));
            }
        }
    }

    [Fact]
    public void No_script_injection_survives_in_an_article()
    {
        var active = new List<string>();
        foreach (var row in Rows("xss-markdown.jsonl"))
        {
            var markdown = row.GetProperty("markdown").GetString()!;
            foreach (var text in new[] { markdown, "---\ntitle: T\nsummary: S\n---\n" + markdown, "::: steps\n1. " + markdown + "\n:::\n", "| a |\n|---|\n| " + markdown.ReplaceLineEndings(" ") + " |\n" })
            {
                if (ArticleSamples.Parse(text).Article is not { } article) continue;
                foreach (var found in ActiveMarkup.Find(article.Html())) active.Add($"{row.GetProperty("id")}: {found}");
            }
        }
        Assert.Empty(active);
    }

    [Fact]
    public void No_script_injection_survives_the_sanitiser_alone()
    {
        var wrong = new List<string>();
        foreach (var row in Rows("xss-markdown.jsonl"))
        {
            var clean = HtmlSanitizer.Sanitize(row.GetProperty("markdown").GetString()!);
            foreach (var found in ActiveMarkup.Find(clean)) wrong.Add($"{row.GetProperty("id")}: {found}");
            if (HtmlSanitizer.Sanitize(clean) != clean) wrong.Add($"{row.GetProperty("id")}: not stable: {clean}");
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void Titles_and_summaries_stay_plain_text()
    {
        var article = ArticleSamples.Parse("---\ntitle: <script>x</script>\nsummary: <img onerror=x>\n---\n## <b>h</b> {#h}\n").Article!;
        Assert.Equal(("<script>x</script>", "<img onerror=x>", "<b>h</b>"), (article.Title, article.Summary, article.Sections[0].Heading));
    }

    [Theory]
    [InlineData("brackets", "[a](b", 1001)]
    [InlineData("emphasis", "*a ", 1001)]
    [InlineData("pipes", "|a", 201)]
    [InlineData("quotes", "> ", 61)]
    [InlineData("lists", "- ", 61)]
    [InlineData("backticks", "`a ", 5001)]
    public void Beyond_a_limit_an_article_is_refused_with_its_line(string what, string mark, int count)
    {
        var parse = ArticleSamples.ParseBody("文。\n\n" + string.Concat(Enumerable.Repeat(mark, count)) + "x\n");
        Assert.Null(parse.Article);
        var found = Assert.Single(parse.Diagnostics);
        Assert.True((DiagnosticRule.TooComplex, 7) == (found.Rule, found.Line), what);
    }

    [Fact]
    public void Code_blocks_may_hold_any_mark()
    {
        var log = string.Concat(Enumerable.Repeat("[*] | < `\n", 2_000));
        Assert.NotNull(ArticleSamples.ParseBody("```text\n" + log + "```\n").Article);
        Assert.Null(ArticleSamples.ParseBody(log).Article);
    }

    [Theory]
    [InlineData("    ```\n")]
    [InlineData("``` a`b\n")]
    [InlineData("~~\n")]
    public void What_only_looks_like_a_code_fence_hides_nothing(string fence) =>
        Assert.Null(ArticleSamples.ParseBody(fence + string.Concat(Enumerable.Repeat("[a](b", 1_001))).Article);

    private static IEnumerable<JsonElement> Rows(string name) => File.ReadLines(Repository.Hostile(name)).Select(l => JsonDocument.Parse(l).RootElement);
}
