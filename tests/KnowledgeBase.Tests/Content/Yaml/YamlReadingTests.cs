using KnowledgeBase.Content;
using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Tests.Content.Yaml;

public sealed class YamlReadingTests
{
    private readonly List<Diagnostic> _found = [];

    private YamlMap Map(string text, int offset = 0) => YamlDocument.ParseMap(text, "a.yaml", offset, _found)!;

    [Fact(DisplayName = "Every scalar stays the text it was written as")]
    public void Scalars_are_text()
    {
        Assert.Equal(["no", "yes", "on", "off", "NO"], Map(HostileYaml.Build("norway")).Texts("answers"));
        Assert.Equal("0123", Map("code: 0123").Text("code"));
        Assert.Equal("12:30:45", Map("code: 12:30:45").Text("code"));
        Assert.Equal("1E400", Map("code: 1E400").Text("code"));
        Assert.Equal("1_000", Map("code: 1_000").Text("code"));
        Assert.Equal("00042", Map("code: 00042").Text("code"));
        Assert.Equal("null", Map("code: null").Text("code"));
        Assert.Empty(_found);
    }

    [Fact(DisplayName = "Feature 72: an unknown key names its line, its column and the key that was meant")]
    public void Unknown_keys_are_named()
    {
        var map = Map("title: A\nsumary: B\n", 1);
        map.Text("title");
        map.Text("summary");
        map.Done();
        var only = Assert.Single(_found);
        Assert.Equal((DiagnosticRule.UnknownKey, 3, 1), (only.Rule, only.Line, only.Column));
        Assert.Contains("`sumary`", only.Message);
        Assert.Contains("`summary`", only.Mend);
    }

    [Fact(DisplayName = "A key that stands twice is an error; the first value counts")]
    public void Duplicate_keys_are_errors()
    {
        Assert.Equal("1", Map("a: 1\na: 2\n").Text("a"));
        Assert.Equal((DiagnosticRule.DuplicateKey, 2), (_found.Single().Rule, _found.Single().Line));
    }

    [Theory(DisplayName = "A value of the wrong kind says what it is and what it should be")]
    [InlineData("a: [1, 2]", "a list", "a text")]
    [InlineData("a: {b: c}", "a map", "a text")]
    public void Wrong_kinds_are_named(string text, string found, string expected)
    {
        Assert.Null(Map(text).Text("a"));
        Assert.Equal(DiagnosticRule.WrongKind, _found.Single().Rule);
        Assert.Contains(found, _found[0].Message);
        Assert.Contains(expected, _found[0].Message);
    }

    [Fact]
    public void Days_and_codes_are_read_or_named()
    {
        var map = Map("day: 2026-11-21\ncodes: [0xc004f213, -1073417711]\nbad: 21.11.2026\nworse: [0xZZ]\n");
        Assert.Equal(new DateOnly(2026, 11, 21), map.Date("day"));
        Assert.Equal(["0xC004F213", "0xC004F211"], map.Codes("codes").Select(c => c.Hex));
        Assert.Empty(_found);
        Assert.Null(map.Date("bad"));
        Assert.Empty(map.Codes("worse"));
        Assert.Equal([3, 4], _found.Select(d => d.Line));
        Assert.All(_found, d => Assert.Equal(DiagnosticRule.BadValue, d.Rule));
    }

    [Fact(DisplayName = "Feature 99: a text that lacks a language is named with the language")]
    public void Missing_language_is_named()
    {
        Assert.Equal(new("はい", "Yes"), Map("t: {ja: はい, en: \"Yes\"}").Localized("t"));
        Assert.Empty(_found);
        Assert.Equal(new(null, "Yes"), Map("x: 1\nt: {en: \"Yes\"}").Localized("t"));
        Assert.Equal((DiagnosticRule.MissingText, 2), (_found.Single().Rule, _found.Single().Line));
        Assert.Contains("Japanese", _found[0].Message);
    }

    [Theory(DisplayName = "The usual slips of an editor are told in plain words")]
    [InlineData("a:\n\tb: 1\n", 2, "tab")]
    [InlineData("a: one: two\n", 1, "second colon")]
    [InlineData("a: \"x\n", 1, "not closed")]
    [InlineData("a: [1, 2\n", 1, "bracket")]
    public void Slips_are_explained(string text, int line, string words)
    {
        Assert.Null(YamlDocument.Parse(text, "a.yaml", 0, _found));
        Assert.InRange(_found.Single().Line, line, line + 1);
        Assert.Contains(words, _found[0].Message);
    }
}
