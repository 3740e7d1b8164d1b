using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content;

/// <summary>`guides/&lt;id&gt;.tests.yaml` → the answers that must lead somewhere.</summary>
internal static class GuideTestParser
{
    public const string Suffix = ".tests.yaml";

    public static IEnumerable<GuideTest> Parse(string path, string text, ICollection<Diagnostic> diagnostics)
    {
        var guide = path[(path.LastIndexOf('/') + 1)..^Suffix.Length];
        foreach (var entry in YamlDocument.ParseMaps(text, path, diagnostics))
        {
            var (name, expect) = (entry.Text("name"), entry.RequiredText("expect"));
            var answers = CodeParser.Answers(entry);
            entry.Done();
            if (expect is not null) yield return new(guide, name ?? expect, answers, expect, path, entry.Line);
        }
    }
}
