using System.Text;
using KnowledgeBase.Content;
using KnowledgeBase.Tests.Cli;

namespace KnowledgeBase.Tests.Content.Guides;

public sealed class GuidePathsTests
{
    private static readonly string s_file = Repository.Files("tests/data/site/guides", ".yaml").First(f => !f.EndsWith(".tests.yaml", StringComparison.Ordinal));

    private static Guide Read(string text) => ContentReader.Read([new ContentFile("guides/guide.yaml", Encoding.UTF8.GetBytes(text))]).Guides.Single();

    [Fact(DisplayName = "Feature 102: every way through a guide ends at an outcome, and replaying its answers leads there")]
    public void WaysAreWhole()
    {
        var guide = Read(Repository.Read(s_file));
        var paths = GuidePaths.Of(guide);
        Assert.NotEmpty(paths);
        foreach (var path in paths)
        {
            var answers = path.Steps.Select(s => KeyValuePair.Create(s.From.Id, s.Answer == "*" ? "0x8000FFFF" : s.Answer.Split(' ')[0]));
            Assert.Equal(path.Outcome.Id, GuideWalk.Walk(guide, answers).Node.Id);
        }

        Assert.Equal(guide.Outcomes.Select(o => o.Id).Where(o => paths.Any(p => p.Outcome.Id == o)).Order(), paths.Select(p => p.Outcome.Id).Distinct().Order());
    }

    [Fact(DisplayName = "Feature 100: each answer is listed with the tests that pass it")]
    public void TestsCoverAnswers()
    {
        var guide = Read(Repository.Read(s_file));
        var edge = GuideEdge.Of(guide).First(e => e.From.Id == guide.Start && e.Answer != "*");
        var tests = new[] { new GuideTest(guide.Id, "one", new Dictionary<string, string> { [guide.Start] = edge.Answer.Split(' ')[0] }, edge.To, "", 1) };
        var covered = GuidePaths.Covered(guide, tests);
        Assert.Equal(["one"], covered.Single(c => c.Edge == edge).Tests);
        Assert.All(covered.Where(c => c.Edge != edge), c => Assert.Empty(c.Tests));
    }

    [Fact(DisplayName = "Feature 101: a diff names what is new, gone and changed, node by node")]
    public void DiffsNameChanges()
    {
        const string before = """
            id: g
            title: {ja: あ, en: A}
            summary: {ja: あ, en: A}
            start: one
            questions:
              one:
                ask: {ja: 質問, en: Question}
                answers:
                  "yes": {label: {ja: はい, en: "Yes"}, to: good}
                  "no": {label: {ja: いいえ, en: "No"}, to: bad}
            outcomes:
              good: {title: {ja: 良, en: Good}, procedure: a}
              bad: {title: {ja: 悪, en: Bad}, procedure: a}
            """;
        var after = before.Replace("en: Question}", "en: Other}").Replace("to: bad}", "to: worse}").Replace("bad: {title", "worse: {title").Replace("Good}, procedure: a", "Good}, procedure: b");
        Assert.Empty(GuideDiff.Of(Read(before), Read(before)));
        Assert.Equal(["one: text", "one: answer no", "good: procedure", "worse: outcome", "bad: outcome"], GuideDiff.Of(Read(before), Read(after)).Select(c => $"{c.Node}: {c.What}"));
    }

    [Fact(DisplayName = "Feature 102: kb guide paths prints the ways as a table, kb guide diff says what changed")]
    public void WaysArePrinted()
    {
        var guide = Read(Repository.Read(s_file));
        var (exit, csv, errors) = Kb.Run("guide", "paths", guide.Id, "--csv", "--lang", "en", "--content", "tests/data/site");
        Assert.Equal((0, ""), (exit, errors));
        Assert.Equal(GuidePaths.Of(guide).Count + 1, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(0, Kb.Run("guide", "diff", s_file, s_file).Code);
        Assert.Equal(2, Kb.Run("guide", "paths", "nowhere", "--content", "tests/data/site").Code);
    }
}
