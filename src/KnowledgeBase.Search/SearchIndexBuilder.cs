using KnowledgeBase.Content;

namespace KnowledgeBase.Search;

/// <summary>Builds the index of a content set; pure and deterministic.</summary>
public static class SearchIndexBuilder
{
    public static SearchIndex Build(ContentSet content) => new();
}
