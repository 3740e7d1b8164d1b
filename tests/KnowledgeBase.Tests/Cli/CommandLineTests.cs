using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Cli;

public sealed class CommandLineTests
{
    [Fact]
    public void Rules_are_listed()
    {
        var (code, output, errors) = Kb.Run("rules");
        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(DiagnosticRule.All.Count, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(Repository.Read("docs/diagnostics.md"), Kb.Run("rules", "--markdown").Output);
    }

    [Theory(DisplayName = "A command that could not run answers 2 and says why")]
    [InlineData("There is no folder", "check", "tests/data/nowhere")]
    [InlineData("no day", "check", "tests/data/site", "--today", "21.11.2026")]
    [InlineData("yaml", "check", "tests/data/site", "--format", "yaml")]
    [InlineData("nonsense", "nonsense")]
    public void Wrong_words_answer_two(string words, params string[] arguments)
    {
        var (code, _, errors) = Kb.Run(arguments);
        Assert.Equal(2, code);
        Assert.Contains(words, errors);
    }

    [Fact(DisplayName = "Every verb and option of the command stands in README")]
    public void Verbs_are_documented()
    {
        var readme = Repository.Read("README.md");
        foreach (var verb in new[] { "check", "search", "rules", "requests", "votes", "rename", "history", "translations", "account add", "account list", "account role", "backup", "restore", "import", "export", "links", "guide paths", "guide diff", "new article", "new code", "new guide", "new term" })
        {
            Assert.Contains($"kb {verb}", readme);
            foreach (var option in Kb.Run([.. verb.Split(' '), "--help"]).Output.Split([' ', ',', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.StartsWith("--") && w != "--help").Distinct())
                Assert.Contains(option, readme);
        }
    }
}
