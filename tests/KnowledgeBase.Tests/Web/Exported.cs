using KnowledgeBase.Tests.Cli;

namespace KnowledgeBase.Tests.Web;

/// <summary>What an export of a running site holds: it goes to places where nobody signs in.</summary>
internal static class Exported
{
    /// <summary>Every file of the export with its name before its text.</summary>
    public static IReadOnlyList<string> Files(SampleHost site)
    {
        using var folder = new TempContent();
        var (exit, _, errors) = Kb.Run("export", "--static", folder.At("out"), "--site", site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        Assert.Equal(("", 0), (errors, exit));
        return [.. Directory.EnumerateFiles(folder.At("out"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder.At("out"), f) + "\n" + File.ReadAllText(f))];
    }
}
