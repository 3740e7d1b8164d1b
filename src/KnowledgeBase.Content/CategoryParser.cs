using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content;

/// <summary>`categories.yaml` → shelves, in the order of the file; of equal ids the first counts.</summary>
internal static class CategoryParser
{
    public static IReadOnlyList<Category> Parse(string path, string text, ICollection<Diagnostic> diagnostics)
    {
        var categories = new List<Category>();
        foreach (var entry in YamlDocument.ParseMaps(text, path, diagnostics))
        {
            var id = entry.Id("id");
            var (title, summary) = (entry.RequiredLocalized("title"), entry.Localized("summary"));
            var isAboutSite = entry.Flag("about-site", false);
            entry.Done();
            if (id is null) continue;
            if (categories.Any(c => c.Id == id)) entry.Report(DiagnosticRule.DuplicateId, $"Two categories have the id `{id}`; the first counts.", "Delete this one.");
            else categories.Add(new(id, title, summary, categories.Count) { IsAboutSite = isAboutSite });
        }
        return categories;
    }
}
