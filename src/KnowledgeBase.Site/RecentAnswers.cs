using System.Diagnostics.CodeAnalysis;
using KnowledgeBase.Search;
using Microsoft.Extensions.Caching.Memory;

namespace KnowledgeBase.Site;

/// <summary>Answers readers from one index and keeps what was asked last: when something breaks for many, many ask the same.</summary>
[SuppressMessage("Design", "CA1001", Justification = "It holds memory alone, and ends with the snapshot that it belongs to.")]
internal sealed class RecentAnswers(SearchIndex index)
{
    // Counted in hits, which are what takes room: 10 MB at most.
    internal const int MostHits = 10_000;
    private const int LongestQuery = 200;

    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = MostHits });

    internal int Count => _answers.Count;

    /// <summary>As <see cref="SearchIndex.Search"/>; an answer that is kept says its own time, not that of the search it came from.</summary>
    public SearchResults Of(SearchRequest request)
    {
        var started = TimeProvider.System.GetTimestamp();
        if (_answers.TryGetValue(request, out SearchResults? kept)) return kept! with { Microseconds = (long)TimeProvider.System.GetElapsedTime(started).TotalMicroseconds };
        var results = index.Search(request);
        if (request.Query.Length <= LongestQuery) _answers.Set(request, results, new MemoryCacheEntryOptions { Size = 1 + results.Hits.Count });
        return results;
    }
}
