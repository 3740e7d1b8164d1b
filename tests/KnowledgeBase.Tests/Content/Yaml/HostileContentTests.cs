using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Content.Yaml;

/// <summary>Every hostile text, as a guide, as a code file, as front matter and as a glossary: what the list expects holds for the product.</summary>
public sealed class HostileContentTests
{
    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (name, expect) in HostileYaml.Names) data.Add(name, expect);
            return data;
        }
    }

    [Theory(DisplayName = "Hostile YAML anywhere in the content is refused with its reason or does no harm")]
    [MemberData(nameof(All))]
    public void Hostile_content_is_contained(string name, string expect)
    {
        var text = HostileYaml.Build(name);
        var set = TestContent.Read(("guides/g.yaml", text), ("codes/0xC004F211.yaml", text), ("glossary.yaml", text), ("site.yaml", text),
            ("articles/errors/a.ja.md", $"---\n{text}\n---\n\n本文です。\n"));
        var found = TestContent.Check(set);
        foreach (var guide in set.Guides) Assert.Equal(guide.Start, GuideWalk.Walk(guide, []).Node.Id);
        // No row is a guide of ours but the two big ones, so each is refused as a guide, a code file and a glossary.
        var refused = found.Where(d => d.Severity == Severity.Error).Select(d => d.File).ToHashSet();
        if (expect == "bounded" && name is "tree depth 1000" or "fanout 5000") Assert.Contains("guides/g.yaml", refused);
        else Assert.Superset(new HashSet<string> { "guides/g.yaml", "codes/0xC004F211.yaml", "glossary.yaml" }, refused);
        Assert.Empty(set.Codes);
        Assert.All(found, d => Assert.True(d.Message.Length < 1000 && d.Mend.Length < 1000));
        Assert.DoesNotContain(set.Articles.SelectMany(a => a.Sections.Select(s => s.Html).Prepend(a.LeadHtml)), html => html.Contains("<img src=x") || html.Contains("javascript:"));
    }
}
