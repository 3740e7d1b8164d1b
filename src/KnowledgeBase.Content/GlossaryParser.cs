using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content;

/// <summary>`glossary.yaml` → terms, in the order of the file; of equal ids the first counts.</summary>
internal static class GlossaryParser
{
    public static IReadOnlyList<Term> Parse(string path, string text, ICollection<Diagnostic> diagnostics)
    {
        var terms = new Dictionary<string, Term>();
        foreach (var entry in YamlDocument.ParseMaps(text, path, diagnostics))
        {
            var id = entry.Id("id");
            var synonyms = entry.Map("synonyms");
            var avoid = entry.Map("avoid");
            var term = new Term
            {
                Id = id ?? "",
                Line = entry.Line,
                Name = entry.LocalizedHere(),
                Reading = entry.Text("reading"),
                SynonymsJa = synonyms?.Texts("ja") ?? [],
                SynonymsEn = synonyms?.Texts("en") ?? [],
                AvoidJa = avoid?.Texts("ja") ?? [],
                AvoidEn = avoid?.Texts("en") ?? [],
                Meaning = entry.RequiredLocalized("meaning"),
                See = entry.Text("see"),
            };
            synonyms?.Done();
            avoid?.Done();
            entry.Done();
            if (id is null || term.Name.IsEmpty) continue;
            if (!terms.TryAdd(id, term)) entry.Report(DiagnosticRule.DuplicateId, $"Two terms have the id `{id}`; the first counts.", "Give this one another id, or delete it.");
        }
        return [.. terms.Values.OrderBy(t => t.Line)];
    }
}
