using System.Text.RegularExpressions;

namespace KnowledgeBase.Tests.Rules;

/// <summary>T3–T8, T14: what may be named where.</summary>
public sealed partial class LayeringTests
{
    [Fact(DisplayName = "T3: files are touched only in Site/Storage, the index file and the command line")]
    public void FileAccessHasItsRooms() => Forbid(
        FileAccess,
        p => p.StartsWith("src/KnowledgeBase.Site/Storage/") || p.EndsWith("/IndexFile.cs") || p.StartsWith("src/KnowledgeBase.Cli/"));

    [Fact(DisplayName = "T4: nobody reads the clock directly")]
    public void ClockIsInjected() => Forbid(Clock, _ => false);

    [Fact(DisplayName = "T5: in Search only SearchDocument names articles, guides and code entries")]
    public void SearchKnowsOnlyDocuments()
    {
        var offenders = Sources.In("Search").Where(s => ContentNouns.IsMatch(Strings.Replace(s.Text, "\"\"")))
            .Select(s => s.Path).Where(p => !Path.GetFileName(p).StartsWith("SearchDocument", StringComparison.Ordinal));
        Assert.Empty(offenders);
    }

    [Fact(DisplayName = "T6: raw HTML enters pages in one component")]
    public void RawHtmlHasOneDoor() =>
        Assert.Single(Sources.All, s => s.Text.Contains("MarkupString") || s.Text.Contains("AddMarkupContent"));

    [Fact(DisplayName = "T7: render modes stand under Islands, islands are no pages and sit in no layout")]
    public void IslandsStayIslands()
    {
        const string islands = "src/KnowledgeBase.Web/Components/Islands/";
        Forbid(RenderMode, p => p.StartsWith(islands));
        var names = Sources.All.Where(s => s.Path.StartsWith(islands) && s.Path.EndsWith(".razor")).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, s => Assert.DoesNotMatch(@"^@page", s.Text));
        foreach (var layout in Sources.All.Where(s => s.Path.Contains("/Components/Layout/")))
            Assert.All(names, n => Assert.DoesNotContain("<" + Path.GetFileNameWithoutExtension(n.Path), layout.Text));
    }

    [Fact(DisplayName = "T8: addresses are built in Urls.cs and ContentLinks.cs")]
    public void AddressesHaveOneHome()
    {
        var routes = new Regex(@"^@page .*$", RegexOptions.Multiline);
        var offenders = Sources.All
            .Where(s => !AddressHome.IsMatch(s.Path))
            .Where(s => BuiltAddress.IsMatch(routes.Replace(s.Text, "")))
            .Select(s => $"{s.Path}: {BuiltAddress.Match(routes.Replace(s.Text, "")).Value}");
        Assert.Empty(offenders);
    }

    [Fact(DisplayName = "T14: the snapshot is never registered or injected")]
    public void SnapshotIsTakenNotInjected() => Forbid(InjectedSnapshot, _ => false);

    private static void Forbid(Regex pattern, Func<string, bool> allowed)
    {
        var offenders = Sources.All.Where(s => !allowed(s.Path)).SelectMany(s => pattern.Matches(s.Text).Select(m => $"{s.Path}: {m.Value}"));
        Assert.Empty(offenders);
    }

    [GeneratedRegex(@"\b(File|Directory)\.[A-Z]\w+|\bnew\s+(FileStream|FileInfo|DirectoryInfo|FileSystemWatcher|StreamWriter)\b|\bRandomAccess\.")]
    private static partial Regex FileAccess { get; }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|\bStopwatch\.StartNew\b|\bEnvironment\.TickCount")]
    private static partial Regex Clock { get; }

    [GeneratedRegex(@"\b(Article|Guide|CodeEntry)\b(?!\s*[,=)}]|\s*=>)")]
    private static partial Regex ContentNouns { get; }

    [GeneratedRegex("\"[^\"\n]*\"")]
    private static partial Regex Strings { get; }

    [GeneratedRegex(@"@rendermode\b|\bnew\s+InteractiveServerRenderMode|\bRenderMode\.Interactive\w+")]
    private static partial Regex RenderMode { get; }

    [GeneratedRegex("\\$\"/[^\"\n]*\\{|(href|action|src)=\"/[a-z@]|(href|action|src)=\"@\\(\"/")]
    private static partial Regex BuiltAddress { get; }

    [GeneratedRegex(@"/(Urls(\.\w+)?|ContentLinks)\.cs$")]
    private static partial Regex AddressHome { get; }

    [GeneratedRegex(@"Add(Singleton|Scoped|Transient)<SiteSnapshot|@inject\s+SiteSnapshot|\[Inject\][^\n;]*SiteSnapshot")]
    private static partial Regex InjectedSnapshot { get; }
}
