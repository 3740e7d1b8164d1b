using System.Text.RegularExpressions;
using System.Xml.Linq;
using KnowledgeBase.Content;
using KnowledgeBase.Web.Components;

namespace KnowledgeBase.Tests.Web.Components;

public sealed partial class UiTextTests
{
    private static readonly HashSet<string> s_keys = [.. XDocument.Parse(Repository.Read("src/KnowledgeBase.Web/Resources/Text.resx")).Root!
        .Elements("data").Select(d => d.Attribute("name")!.Value)];

    [Fact(DisplayName = "Every text that a component asks for exists, and none stands unused")]
    public void KeysAreUsedAndExist()
    {
        var used = Repository.Files("src/KnowledgeBase.Web/Components", ".razor", ".cs").SelectMany(f => Asked.Matches(Repository.Read(f)))
            .SelectMany(m => m.Groups["key"].Captures.Select(c => c.Value)).ToHashSet();
        Assert.Empty(used.Where(k => !k.EndsWith('.')).Except(s_keys));
        var families = used.Where(k => k.EndsWith('.')).Concat(["Os.", "Licence.", "Edition.", "Area.", "Facility."]).ToList();
        // Tables and endpoints name keys too, without asking in the same breath.
        var named = string.Concat(Repository.Files("src/KnowledgeBase.Web", ".razor", ".cs").Select(Repository.Read));
        families.AddRange(AskedFamily.Matches(named).Select(m => m.Groups["family"].Value + "."));
        Assert.Empty(s_keys.Except(used).Where(k => !named.Contains($"\"{k}\"", StringComparison.Ordinal)).Where(k => !families.Any(f => k.StartsWith(f, StringComparison.Ordinal))));
    }

    [Fact(DisplayName = "Every id that authors may use has a name in both languages")]
    public void FacetsHaveNames()
    {
        var ids = AppliesTo.KnownOs.Select(o => "Os." + o).Concat(AppliesTo.KnownLicences.Select(l => "Licence." + l)).Concat(AppliesTo.KnownEditions.Select(e => "Edition." + e))
            .Concat(Enum.GetNames<OutcomeKind>().Select(k => "OutcomeKind." + k)).Concat(Enum.GetNames<KnowledgeBase.Search.HitKind>().Select(k => "Kind." + k));
        Assert.Empty(ids.Except(s_keys));
    }

    [Fact(DisplayName = "Dates read naturally in both languages")]
    public void DatesAreLocal()
    {
        var day = new DateOnly(2026, 11, 20);
        Assert.Equal("2026年11月20日", UiText.For(Locale.Ja).Date(day));
        Assert.Equal("20 November 2026", UiText.For(Locale.En).Date(day));
    }

    // T["Key"], T.Format("Key", …), and the two arms of a conditional between keys.
    [GeneratedRegex("(?:\\[|Format\\()\\s*(?:[^\"\\]()]*\\?\\s*)?\"(?<key>[A-Z][A-Za-z]*\\.?)\"(?:\\s*:\\s*\"(?<key>[A-Z][A-Za-z]*)\")?")]
    private static partial Regex Asked { get; }

    // T.Name("Family", id) asks for Family.id.
    [GeneratedRegex("\\bName(?:OrNull)?\\(\"(?<family>[A-Z][A-Za-z]*)\"")]
    private static partial Regex AskedFamily { get; }
}
