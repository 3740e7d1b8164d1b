using KnowledgeBase.Content;
using KnowledgeBase.Site;

namespace KnowledgeBase.Tests.Content.Checking;

/// <summary>Each folder `tests/data/broken/KBnnn` is laid over `tests/data/broken/base`, which is whole; `expected.txt` says what
/// the check must then find, and nothing else.</summary>
public sealed class BrokenContentTests
{
    private static readonly IReadOnlyList<ContentFile> s_base = TestContent.Files("broken/base");

    public static TheoryData<string> Rules => [.. DiagnosticRule.All.Select(r => r.Id)];

    [Fact]
    public void The_base_is_whole() => Assert.Empty(TestContent.Check(ContentReader.Read(s_base)).Select(d => $"{TestContent.Line(d)} {d.Message}"));

    [Theory(DisplayName = "T11: every rule (Features 72, 73, 78-81, 83-85, 88) fires at the planted line of its broken content, and nothing else does")]
    [MemberData(nameof(Rules))]
    public void Rule_fires(string rule)
    {
        var overlay = TestContent.Files("broken/" + rule).Where(f => f.Path != "expected.txt").ToList();
        var files = s_base.ExceptBy(overlay.Select(f => f.Path), f => f.Path).Concat(overlay).ToList();
        var found = rule == DiagnosticRule.GoldenQuery.Id
            ? SiteChecker.Check(SiteBuilder.Build(files, null, TimeProvider.System), TestContent.Today)
            : TestContent.Check(ContentReader.Read(files));
        var expected = Repository.Read($"tests/data/broken/{rule}/expected.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(expected, e => e.EndsWith(rule));
        Assert.Equal(expected, found.Select(TestContent.Line));
        Assert.All(found, d => Assert.True(d.Message.EndsWith('.') && d.Mend.Length > 5, $"{d.Message} — {d.Mend}"));
    }

    [Fact(DisplayName = "T11: the list of rules is whole, in order and each says what it means")]
    public void The_list_is_whole()
    {
        var fields = typeof(DiagnosticRule).GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static).Select(f => f.GetValue(null)).OfType<DiagnosticRule>();
        Assert.Equal(fields.OrderBy(r => r.Id), DiagnosticRule.All);
        Assert.Equal(DiagnosticRule.All.Count, DiagnosticRule.All.Select(r => r.Id).Distinct().Count());
        Assert.All(DiagnosticRule.All, r => Assert.Matches("^KB\\d{3}$", r.Id));
        Assert.All(DiagnosticRule.All, r => Assert.True(r.Meaning.EndsWith('.') && !r.Meaning.Contains('\n'), r.Id));
    }
}
