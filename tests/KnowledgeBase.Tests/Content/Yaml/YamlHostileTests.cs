using KnowledgeBase.Content;
using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Tests.Content.Yaml;

public sealed class YamlHostileTests
{
    public static TheoryData<string> All => [.. HostileYaml.Names.Select(n => n.Name)];

    /// <summary>Where the YAML itself is at fault, not what it says.</summary>
    public static TheoryData<string> Refused =>
    [
        "billion laughs 9x9", "self alias", "self alias map", "undefined alias", "merge bomb", "deep flow seq 100k", "deep flow map 50k",
        "deep block map 2000", "50 MB scalar", "1M keys", "colon storm", "question storm", "dash storm", "duplicate keys", "only comment",
        "empty", "multi doc", "tag object", "tag dotnet", "tag binary", "tab indent", "nul", "merge key non map", "complex key",
        "block scalar indent 9", "unterminated quote", "unterminated flow", "bad escape",
    ];

    public static TheoryData<string> Accepted =>
        ["norway", "octal", "sexagesimal", "exponent", "underscore num", "leading zero code", "date", "bom", "crlf", "anchor unicode", "html in text", "fullwidth colon"];

    [Fact]
    public void The_list_is_whole() => Assert.True(HostileYaml.Names.Count() >= 57);

    [Theory(DisplayName = "Hostile YAML is read or refused with its place, and never thrown")]
    [MemberData(nameof(All))]
    public void Hostile_text_never_throws(string name)
    {
        var text = HostileYaml.Build(name);
        var found = new List<Diagnostic>();
        var root = YamlDocument.Parse(text, "x.yaml", 0, found);
        Assert.True(root is not null || found.Count > 0);
        Assert.All(found, d =>
        {
            Assert.InRange(d.Line, 1, text.Count(c => c == '\n') + 1);
            Assert.True(d.Column >= 1 && d.Message.Length > 10 && d.Mend.Length > 5, d.ToString());
        });
    }

    [Theory(DisplayName = "YAML that is at fault has an error")]
    [MemberData(nameof(Refused))]
    public void Faulty_yaml_is_an_error(string name)
    {
        var found = new List<Diagnostic>();
        YamlDocument.Parse(HostileYaml.Build(name), "x.yaml", 0, found);
        Assert.Contains(found, d => d.Severity == Severity.Error);
    }

    [Theory(DisplayName = "YAML that only looks odd is read without a complaint")]
    [MemberData(nameof(Accepted))]
    public void Odd_yaml_is_read(string name)
    {
        var found = new List<Diagnostic>();
        Assert.NotNull(YamlDocument.Parse(HostileYaml.Build(name), "x.yaml", 0, found));
        Assert.Empty(found);
    }

    [Fact(DisplayName = "Depth that quotes hide from the quick look is still counted")]
    public void Hidden_depth_is_counted()
    {
        var hidden = string.Concat(Enumerable.Repeat("[ \"]]]]]]]]\", ", 5000));
        var block = string.Concat(Enumerable.Range(0, 400).Select(i => new string(' ', i) + "- it's\n" + new string(' ', i) + "-\n"));
        foreach (var text in new[] { hidden, "a: don't\nb: " + new string('[', 100_000), "- ' \n" + block, "x: |\n '\ny: " + new string('{', 50_000) })
        {
            var found = new List<Diagnostic>();
            Assert.Null(YamlDocument.Parse(text, "x.yaml", 0, found));
            Assert.Single(found);
        }
    }
}
