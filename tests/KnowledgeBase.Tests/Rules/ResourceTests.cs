using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace KnowledgeBase.Tests.Rules;

/// <summary>T13: interface text is whole in both languages.</summary>
public sealed partial class ResourceTests
{
    public static TheoryData<string> English => [.. Repository.Files("src", ".resx").Where(f => !f.EndsWith(".ja.resx"))];

    [Theory(DisplayName = "T13: both resource files have the same keys and placeholders")]
    [MemberData(nameof(English))]
    public void LanguagesAgree(string file)
    {
        var (en, ja) = (Load(file), Load(file.Replace(".resx", ".ja.resx")));
        Assert.NotEmpty(en);
        Assert.Equal(en.Keys.Order(), ja.Keys.Order());
        foreach (var (key, text) in en) Assert.True(Holes(text).SequenceEqual(Holes(ja[key])), $"{file}: {key} has other placeholders in Japanese.");
    }

    [Fact(DisplayName = "T13: no Japanese text stands in code or components")]
    public void NoTextInCode()
    {
        var offenders = Sources.In("Web").Where(s => JapaneseProse.IsMatch(s.Text)).Select(s => $"{s.Path}: {JapaneseProse.Match(s.Text).Value}");
        Assert.Empty(offenders);
    }

    private static Dictionary<string, string> Load(string file) => XDocument.Parse(Repository.Read(file)).Root!.Elements("data")
        .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static IEnumerable<string> Holes(string text) => Placeholder.Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Placeholder { get; }

    // Two or more kana or kanji in a row: a word. Single characters may be data (a separator, a bracket).
    [GeneratedRegex(@"[\u3041-\u30FF\u4E00-\u9FFF]{2,}")]
    private static partial Regex JapaneseProse { get; }
}
