using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Tests.Content;

namespace KnowledgeBase.Tests.Site;

public sealed class SiteCheckerTests
{
    private const string File = "articles/hardware/hardware-change-impact.en.md";

    [Theory(DisplayName = "Feature 94: a golden query that finds its page first is no problem")]
    [InlineData("How a hardware change affects activation")]
    [InlineData("activation lost with a new graphics card")]
    public void AKeptPromiseIsNoProblem(string query) => Assert.Empty(Golden(query));

    [Fact(DisplayName = "Feature 94: a golden query that finds another page first is named with the file and what came instead")]
    public void ABrokenPromiseIsNamed()
    {
        var found = Assert.Single(Golden("no product key was found"));
        Assert.Contains("0xC004F213", found.Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "Feature 94: a golden query that finds nothing is named")]
    public void AnEmptyPromiseIsNamed() => Assert.Contains("nothing", Assert.Single(Golden("xylophone")).Message, StringComparison.Ordinal);

    private static List<Diagnostic> Golden(string query)
    {
        using var content = TempContent.CopyOf("tests", "data", "site");
        content.Change(File, "author: Sample editors", $"author: Sample editors\nfindable-by: [\"{query}\"]");
        var site = SiteBuilder.Build([.. ContentFolder.Read(content.Folder).Select(f => f.Content)], null, TimeProvider.System);
        return [.. SiteChecker.Check(site, TestContent.Today).Where(d => d.Rule == DiagnosticRule.GoldenQuery && d.File == File)];
    }
}
