namespace KnowledgeBase.Content.Importing;

/// <summary>A documentation tree as a content folder.</summary>
/// <param name="Texts">Path in the content folder → text: articles, `categories.yaml`, `site.yaml`.</param>
/// <param name="Pictures">Path in the content folder → path in the tree.</param>
/// <param name="Pages">Articles written, by language tag.</param>
public sealed record ImportResult(
    ImportKind Kind, IReadOnlyDictionary<string, string> Texts, IReadOnlyDictionary<string, string> Pictures, IReadOnlyDictionary<string, int> Pages, IReadOnlyList<ImportFinding> Findings);
