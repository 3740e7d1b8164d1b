using FsCheck;
using FsCheck.Fluent;
using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Content.Guides;

public sealed class GuideWalkTests
{
    private static readonly Guide s_guide = SampleGuide.Read();

    private static GuidePosition Walk(params (string Question, string Answer)[] answers) => Walk(s_guide, answers);

    private static GuidePosition Walk(Guide guide, params (string Question, string Answer)[] answers) =>
        GuideWalk.Walk(guide, answers.Select(a => KeyValuePair.Create(a.Question, a.Answer)));

    [Fact]
    public void Without_answers_the_start_is_open()
    {
        var position = Walk();
        Assert.Equal("status", position.Node.Id);
        Assert.Empty(position.Path);
        Assert.Equal((1, 3), position.Left);
    }

    [Fact(DisplayName = "Feature 44: the same answers lead to the same node in whatever order they come")]
    public void Order_does_not_matter()
    {
        var position = Walk(("changed", "motherboard"), ("code", "none"), ("status", "not-active"));
        Assert.Equal("reactivate", position.Node.Id);
        Assert.True(position.IsOutcome);
        Assert.Equal((0, 0), position.Left);
        Assert.Equal(["status", "code", "changed"], position.Path.Select(s => s.Question.Id));
        Assert.Equal(["status", "code", "changed"], position.Answers.Items.Select(i => i.Key));
    }

    [Fact(DisplayName = "Feature 45: a later answer survives the change of an early one")]
    public void Later_answers_survive()
    {
        var position = Walk(("status", "active"), ("code", "none"), ("changed", "motherboard"));
        Assert.Equal("fine", position.Node.Id);
        Assert.Single(position.Path);
        Assert.Equal("motherboard", position.Answers["changed"]);
        Assert.Empty(position.Dropped);
    }

    [Theory(DisplayName = "An error code in any written form is the same answer")]
    [InlineData("0xC004F211")]
    [InlineData("c004f211")]
    [InlineData("０ｘＣ００４Ｆ２１１")]
    [InlineData("-1073417711")]
    public void Codes_become_canonical(string written)
    {
        var position = Walk(("status", "not-active"), ("code", written));
        Assert.Equal("changed", position.Node.Id);
        Assert.Equal("0xC004F211", position.Answers["code"]);
        Assert.Null(position.Path[1].Option);
    }

    [Fact]
    public void A_code_without_its_own_branch_takes_the_other_branch() =>
        Assert.Equal("support", Walk(("status", "not-active"), ("code", "0x80070005")).Node.Id);

    [Fact(DisplayName = "Feature 51: unknown questions and invalid answers are dropped and named")]
    public void Strange_answers_are_dropped()
    {
        var position = Walk(("nonsense", "1"), ("status", "ACTIVE"), ("code", "banana"), ("fine", "x"), ("changed", "nothing"));
        Assert.Equal("status", position.Node.Id);
        Assert.Equal(["nonsense", "status", "code", "fine"], position.Dropped);
        Assert.Equal(["changed"], position.Answers.Items.Select(i => i.Key));
    }

    [Fact]
    public void Of_a_repeated_question_the_last_answer_counts()
    {
        Assert.Equal("code", Walk(("status", "active"), ("status", "not-active")).Node.Id);
        Assert.Equal(["status"], Walk(("status", "active"), ("status", "?")).Dropped);
    }

    [Fact(DisplayName = "Feature 53: a walk says how many questions may still come")]
    public void Questions_left_are_counted()
    {
        Assert.Equal((1, 2), Walk(("status", "not-active")).Left);
        Assert.Equal((1, 1), Walk(("status", "not-active"), ("code", "none")).Left);
    }

    [Fact(DisplayName = "A walk ends in a guide with a cycle, a missing target or a question without answers")]
    public void Broken_guides_end()
    {
        var cycle = SampleGuide.Of(("a", ["b", "end"]), ("b", ["a", "b"]));
        var position = Walk(cycle, ("a", "a0"), ("b", "a0"));
        Assert.Equal("a", position.Node.Id);
        Assert.Equal(2, position.Path.Count);
        Assert.Equal("b", Walk(cycle, ("a", "a0"), ("b", "a1")).Node.Id);
        Assert.InRange(Walk(cycle).Left.Most, 1, 2);

        var hole = SampleGuide.Of(("a", ["missing", "b"]), ("b", []));
        Assert.Equal(["a"], Walk(hole, ("a", "a0")).Dropped);
        Assert.Equal((1, 1), Walk(hole, ("a", "a1")).Left);
    }

    [Fact(DisplayName = "A thousand questions in a row are walked and counted")]
    public void Deep_guides_are_walked()
    {
        var deep = SampleGuide.Parse(Yaml.HostileYaml.Build("tree depth 1000").Replace("id: big", "id: windows-activation"));
        Assert.Equal((1, 1000), GuideWalk.Walk(deep, []).Left);
        var end = GuideWalk.Walk(deep, Enumerable.Range(0, 1000).Select(i => KeyValuePair.Create($"q{i}", "unknown")));
        Assert.True(end.IsOutcome);
        Assert.Equal(1000, end.Path.Count);
    }

    [Fact(DisplayName = "Whatever the answers, a walk never throws, and walking its own answers changes nothing")]
    public void Walks_are_fixpoints()
    {
        string[] words = ["status", "code", "changed", "fine", "v", "", "unknown", "active", "not-active", "none", "motherboard", "0xC004F211", "c004f213", "-1073417711", "0x80070005", "\u0000", "..", "認証"];
        var word = Gen.OneOf(Gen.Elements(words), ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""));
        var query = word.Two().Select(p => KeyValuePair.Create(p.Item1, p.Item2)).ListOf();
        Guide[] guides = [s_guide, SampleGuide.Of(("status", ["code", "missing"]), ("code", ["status", "code", "end"]))];
        Prop.ForAll(query.ToArbitrary(), answers => guides.All(guide =>
        {
            var once = GuideWalk.Walk(guide, answers);
            var twice = GuideWalk.Walk(guide, once.Answers.Items);
            return twice.Node == once.Node && twice.Dropped.Count == 0 && twice.Left == once.Left
                && twice.Answers.Items.SequenceEqual(once.Answers.Items)
                && once.Path.Select(s => s.Question.Id).Distinct().Count() == once.Path.Count;
        })).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
