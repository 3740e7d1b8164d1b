using System.Text.Json;
using KnowledgeBase.Content;
using KnowledgeBase.Content.Markdown;

namespace KnowledgeBase.Tests.Content.Markdown;

/// <summary>The examples of the CommonMark specification, compared as DOM. Where an article deliberately reads something otherwise,
/// the example and the reason stand here; an example that stands here without need fails too.</summary>
public sealed class CommonMarkTests
{
    private const string RawHtml = "Articles hold no HTML: it is shown as text.";
    private const string BareAddress = "A web address in running text is a link.";
    private const string Language = "The language of a code block becomes a class only where it is made of Latin letters, digits and + # -.";

    private static readonly Dictionary<int, string> Deviations = new()
    {
        [34] = Language, [144] = Language,
        [602] = BareAddress, [608] = BareAddress, [611] = BareAddress,
    };

    static CommonMarkTests()
    {
        int[] html = [21, 31, 201, 308, 309, 344, 475, 476, 477, 491, 494, 524, 536, .. Enumerable.Range(148, 44), .. Enumerable.Range(613, 5), 623, .. Enumerable.Range(625, 7), 642, 643];
        foreach (var number in html) Deviations.Add(number, RawHtml);
    }

    [Fact]
    public void Articles_read_markdown_as_the_specification_says_but_for_the_listed_deviations()
    {
        var wrong = new List<string>();
        foreach (var row in Rows())
        {
            var number = row.GetProperty("example").GetInt32();
            var (expected, rendered) = (row.GetProperty("html").GetString()!, Render(row.GetProperty("markdown").GetString()!));
            if (NormalHtml.Of(expected) == NormalHtml.Of(rendered) == Deviations.ContainsKey(number))
                wrong.Add($"{number} {row.GetProperty("section").GetString()}\n{row.GetProperty("markdown").GetString()}\n--- expected\n{expected}\n--- actual\n{rendered}");
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_comparison_sees_a_difference() => Assert.NotEqual(NormalHtml.Of("<p>a <em>b</em></p>"), NormalHtml.Of("<p>a<em>b</em></p>"));

    private static IEnumerable<JsonElement> Rows() =>
        File.ReadLines(Repository.Hostile("commonmark-0.31.2-spec.jsonl")).Select(l => JsonDocument.Parse(l).RootElement);

    private static string Render(string markdown)
    {
        var english = ArticleMarkdown.In(Locale.En);
        return english.Render(english.Parse(markdown));
    }
}
