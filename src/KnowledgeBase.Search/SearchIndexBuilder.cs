using KnowledgeBase.Content;
using KnowledgeBase.Search.Indexing;

namespace KnowledgeBase.Search;

/// <summary>Builds the index of a content set; pure and deterministic.</summary>
public static class SearchIndexBuilder
{
    public static SearchIndex Build(ContentSet content) => Build(SearchDocument.From(content), content.Glossary, content.Registry);

    /// <summary>An index of any documents, with a glossary for synonyms and a registry of codes to offer.</summary>
    public static SearchIndex Build(IReadOnlyList<SearchDocument> documents, IReadOnlyList<Term>? glossary = null, CodeRegistry? registry = null) =>
        new(new IndexWriter().Write(documents, registry ?? CodeRegistry.Empty), glossary ?? []);
}
