using KnowledgeBase.Content;
using KnowledgeBase.Search.Indexing;

namespace KnowledgeBase.Search;

/// <summary>Builds the index of a content set; pure and deterministic.</summary>
public static class SearchIndexBuilder
{
    // From this share of new sections on, all is packed anew: the second segment stays small, and so does what lies outdated in the first.
    private const int LargestShare = 20;
    private const int AlwaysAdded = 200;

    /// <param name="before">An earlier index: only pages that are new or changed are read. The answers are the same as without.</param>
    public static SearchIndex Build(ContentSet content, SearchIndex? before = null) =>
        Build(SearchDocument.From(content), content.Glossary, content.Registry, before);

    /// <summary>An index of any documents, with a glossary for synonyms and a registry of codes to offer.</summary>
    public static SearchIndex Build(
        IReadOnlyList<SearchDocument> documents, IReadOnlyList<Term>? glossary = null, CodeRegistry? registry = null, SearchIndex? before = null)
    {
        var (terms, codes) = (glossary ?? [], registry ?? CodeRegistry.Empty);
        if (before is not null && Update(documents, before.Data, codes) is { } updated) return new(updated, terms, before);
        return new(new(new SegmentWriter(null).Write(documents), null, null, new HashSet<int>(), codes), terms, null);
    }

    // Null where building anew is better.
    private static IndexData? Update(IReadOnlyList<SearchDocument> documents, IndexData before, CodeRegistry registry)
    {
        var first = before.Segments[0];
        var pages = new Dictionary<(HitKind, string, Locale), int>(first.Pages.Count);
        for (var page = 0; page < first.Pages.Count; page++)
            if (!pages.TryAdd(Name(first.Pages[page].Document), page)) return null;
        var (outdated, added) = (Enumerable.Range(0, first.Pages.Count).ToHashSet(), new List<SearchDocument>());
        foreach (var document in documents)
        {
            if (pages.TryGetValue(Name(document), out var page) && first.Pages[page].Document.IsSame(document)) outdated.Remove(page);
            else added.Add(document);
        }
        var gone = outdated.Select(p => first.Pages[p].Document).ToList();
        if (Math.Max(Parts(added), Parts(gone)) > AlwaysAdded + first.Parts / LargestShare) return null;
        return new(
            first, added.Count == 0 ? null : new SegmentWriter(first).Write(added), gone.Count == 0 ? null : new SegmentWriter(first).Write(gone), outdated, registry);
    }

    private static int Parts(List<SearchDocument> documents) => documents.Sum(d => d.Parts.Count);

    private static (HitKind, string, Locale) Name(SearchDocument document) => (document.Kind, document.Id, document.Locale);
}
