using KnowledgeBase.Content;

namespace KnowledgeBase.Search;

/// <summary>What a search answers.</summary>
public sealed record SearchResults
{
    public required string Query { get; init; }

    /// <summary>Codes that were read in the query, each once: "we read this as".</summary>
    public IReadOnlyList<ErrorCodeMatch> ReadAs { get; init; } = [];

    /// <summary>Pages that match, not only those returned.</summary>
    public int Total { get; init; }
    public IReadOnlyList<SearchHit> Hits { get; init; } = [];
    public IReadOnlyList<DidYouMean> DidYouMean { get; init; } = [];

    /// <summary>Number of matching pages for each facet value of the same query, such as `os:windows-11` or `kind:code`.</summary>
    public IReadOnlyDictionary<string, int> Facets { get; init; } = new Dictionary<string, int>();

    /// <summary>Time inside the engine.</summary>
    public long Microseconds { get; init; }
}
