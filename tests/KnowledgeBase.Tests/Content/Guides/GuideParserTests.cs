using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Content.Guides;

public sealed class GuideParserTests
{
    private readonly List<Diagnostic> _found = [];

    [Fact(DisplayName = "Feature 98: a guide is read from YAML alone, without a complaint")]
    public void The_sample_is_whole()
    {
        var guide = GuideParser.Parse("guides/windows-activation.yaml", Repository.Read("tests/data/site/guides/windows-activation.yaml"), _found)!;
        Assert.Empty(_found);
        Assert.Equal(["status", "code", "changed", "fine", "look", "reactivate", "key-use", "support"], guide.Order);
        var code = (Question)guide.Nodes["code"];
        Assert.Equal(QuestionKind.ErrorCode, code.Kind);
        Assert.Equal("support", code.OtherCode);
        Assert.Equal(OutcomeKind.Buy, ((Outcome)guide.Nodes["key-use"]).Kind);
        Assert.Equal("check-activation-state#settings", ((Question)guide.Nodes["status"]).HelpArticle);
        Assert.Equal(code.Line + 3, guide.Places.At("questions.code.codes").Line);
    }

    [Fact(DisplayName = "Feature 52: the version changes with the structure and not with the words")]
    public void Version_follows_the_structure()
    {
        var text = Repository.Read("tests/data/site/guides/windows-activation.yaml");
        string Version(string t) => SampleGuide.Parse(t).Version;
        Assert.Matches("^[0-9a-f]{8}$", Version(text));
        Assert.Equal(Version(text), Version(text.Replace("What changed?", "What did you change?")));
        Assert.NotEqual(Version(text), Version(text.Replace("The motherboard}, to: reactivate", "The motherboard}, to: support")));
        Assert.NotEqual(Version(text), Version(text.Replace("0xC004C008", "0xC004C009")));
    }

    [Theory(DisplayName = "A guide that nobody could walk is refused with the reason")]
    [InlineData("id: g\ntitle: {ja: a, en: b}\nquestions: {a: {ask: {ja: a, en: b}}}\n", "KB038")]
    [InlineData("id: g\ntitle: {ja: a, en: b}\nstart: nowhere\nquestions: {a: {ask: {ja: a, en: b}}}\n", "KB047")]
    [InlineData("nodes:\n - {id: a}\n", "KB036")]
    public void Unwalkable_guides_are_refused(string text, string rule)
    {
        Assert.Null(GuideParser.Parse("guides/g.yaml", text, _found));
        Assert.Contains(_found, d => d.Rule.Id == rule);
    }
}
