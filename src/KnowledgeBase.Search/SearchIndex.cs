using KnowledgeBase.Content;

namespace KnowledgeBase.Search;

/// <summary>The one face of the engine: immutable, in process, safe for any number of readers.</summary>
public sealed class SearchIndex
{
    internal SearchIndex()
    {
    }

    /// <summary>Pages that answer the query, best first. Never throws on what a visitor typed.</summary>
    public SearchResults Search(SearchRequest request) => throw new NotSupportedException(request.Query);

    /// <summary>Completions for what stands in the box so far.</summary>
    public IReadOnlyList<Suggestion> Suggest(string query, Locale locale, int limit = 8) => throw new NotSupportedException(query + locale + limit);

    /// <summary>Why this hit ranks where it does: one line per term and field.</summary>
    public Explanation Explain(SearchRequest request, SearchHit hit) => throw new NotSupportedException(request.Query + hit.Id);
}
