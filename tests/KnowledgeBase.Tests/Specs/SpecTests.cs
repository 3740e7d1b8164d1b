using System.Text.RegularExpressions;
using KnowledgeBase.Content;
using KnowledgeBase.Tests.Content.Articles;
using KnowledgeBase.Tests.Content.Markdown;

namespace KnowledgeBase.Tests.Specs;

/// <summary>Runs the pages of this folder: under each heading stand a text as an author writes it and what a reader's browser gets
/// (compared as DOM), and, where the text is wrong, the rules that say so.</summary>
public sealed partial class SpecTests
{
    private static readonly ArticleContext Snippets = new(new Dictionary<string, string>
    {
        ["snippets/hello.en.md"] = "Hello **there**.\n",
        ["snippets/outer.en.md"] = "Before.\n\n{{include: hello}}\n",
        ["snippets/round.en.md"] = "{{include: round}}\n",
    });

    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (var page in Repository.Files("tests/KnowledgeBase.Tests/Specs", ".md"))
            foreach (Match example in Example().Matches(Repository.Read(page))) data.Add(Path.GetFileNameWithoutExtension(page), example.Groups["name"].Value);
        return data;
    }

    [Theory, MemberData(nameof(Examples))]
    public void The_page_says_what_happens(string page, string name)
    {
        var example = Example().Matches(Repository.Read($"tests/KnowledgeBase.Tests/Specs/{page}.md")).Single(e => e.Groups["name"].Value == name);
        var parse = ArticleSamples.ParseBody(example.Groups["markdown"].Value, "articles/errors/sample.en.md", Snippets);
        Assert.Equal(NormalHtml.Of(example.Groups["html"].Value), NormalHtml.Of(parse.Article!.Html()));
        var rules = example.Groups["rules"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(rules, parse.Diagnostics.Select(d => d.Rule.Id).Distinct().Order());
    }

    [Fact]
    public void No_example_of_a_page_is_passed_over()
    {
        foreach (var page in Repository.Files("tests/KnowledgeBase.Tests/Specs", ".md"))
        {
            var text = Repository.Read(page);
            Assert.Equal(text.Split("`````markdown\n").Length - 1, Example().Count(text));
            Assert.NotEqual(0, Example().Count(text));
        }
    }

    [GeneratedRegex(@"^## (?<name>.+)\n(?:(?!^## |^`````)[^\n]*\n)*`````markdown\n(?<markdown>[\s\S]*?)`````\n\n`````html\n(?<html>[\s\S]*?)`````\n(?:\nFound: (?<rules>[^\n]+)\.\n)?", RegexOptions.Multiline)]
    private static partial Regex Example();
}
