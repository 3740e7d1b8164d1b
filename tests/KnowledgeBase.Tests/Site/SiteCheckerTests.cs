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
        Assert.DoesNotContain("0xC004F213", found.Message, StringComparison.Ordinal); // renaming that page makes no new mistake of this one
        Assert.Contains("0xC004F213", found.Mend, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "Feature 94: a golden query that finds nothing is named")]
    public void AnEmptyPromiseIsNamed() => Assert.Contains("nothing", Assert.Single(Golden("xylophone")).Mend, StringComparison.Ordinal);

    [Fact(DisplayName = "Feature 94: a guide's golden queries are asked in their language, and what came instead is named with its line")]
    public void AGuidesPromiseIsAsked()
    {
        const string guide = "guides/windows-activation.yaml";
        using var content = TempContent.CopyOf("tests", "data", "site");
        content.Change(guide, "start: status", "findable-by:\n  ja: [Windows のライセンス認証]\n  en: [Windows activation, no product key was found]\nstart: status");
        var found = Assert.Single(Checked(content), d => d.Rule == DiagnosticRule.GoldenQuery);
        Assert.Equal((guide, 6), (found.File, found.Line));
        Assert.Contains("0xC004F213", found.Mend, StringComparison.Ordinal);
    }

    private static List<Diagnostic> Golden(string query)
    {
        using var content = TempContent.CopyOf("tests", "data", "site");
        content.Change(File, "author: Sample editors", $"author: Sample editors\nfindable-by: [\"{query}\"]");
        return [.. Checked(content).Where(d => d.Rule == DiagnosticRule.GoldenQuery && d.File == File)];
    }

    private static IEnumerable<Diagnostic> Checked(TempContent content) =>
        SiteChecker.Check(SiteBuilder.Build([.. ContentFolder.Read(content.Folder).Select(f => f.Content)], null, TimeProvider.System), TestContent.Today);
}
