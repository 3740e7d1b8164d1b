using KnowledgeBase.Tests.Site.Editing;

namespace KnowledgeBase.Tests.Cli;

public sealed class EditingVerbTests
{
    [Fact]
    public async Task Renaming_history_and_translations_work_from_a_shell()
    {
        using var desk = new EditingDesk();
        var folder = desk.Content.Folder;
        await desk.Save("articles/hardware/hardware-change-impact.ja.md", "title: ", "title: 新しい ", "New limit", KnowledgeBase.Site.Editing.ChangeClass.Major);
        var dry = Kb.Run("rename", folder, "fix-0xc004f211", "reactivate-device", "--dry-run");
        Assert.Equal(0, dry.Code);
        Assert.Contains("create  articles/errors/reactivate-device/index.ja.md", dry.Output);
        Assert.Contains("redirect  /articles/fix-0xc004f211 → /articles/reactivate-device", dry.Output);
        Assert.Equal("", desk.Git("status", "--porcelain"));

        var (code, output, errors) = Kb.Run("rename", folder, "fix-0xc004f211", "reactivate-device", "--author", "Cli Person <cli@kb.example>");
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("Committed as", output);
        Assert.Equal("Cli Person <cli@kb.example>", desk.Git("log", "-1", "--format=%an <%ae>"));
        Assert.Equal(2, Kb.Run("rename", folder, "no-such", "x").Code);

        var history = Kb.Run("history", folder, "hardware-change-impact", "--diff");
        Assert.Equal(0, history.Code);
        Assert.Matches(@"(?m)^[0-9a-f]{10}  \d{4}-\d\d-\d\d \d\d:\d\d  major  Aya Tanaka +New limit$", history.Output);
        Assert.Contains("  + title: 新しい ", history.Output);
        Assert.Contains("#parts", Kb.Run("history", folder, "articles/hardware/hardware-change-impact.en.md", "--sections").Output);
        Assert.Equal(2, Kb.Run("history", folder, "nothing").Code);

        var work = Kb.Run("translations", folder);
        Assert.StartsWith("major     articles/hardware/hardware-change-impact.en.md", work.Output);
        Assert.Contains("missing   articles/activation/check-activation-state.en.md", work.Output);
        Assert.Contains("  + title: 新しい ", Kb.Run("translations", folder, "hardware-change-impact").Output);
    }
}
