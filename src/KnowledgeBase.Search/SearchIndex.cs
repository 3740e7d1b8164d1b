using System.Collections.Concurrent;
using KnowledgeBase.Content;
using KnowledgeBase.Search.Highlighting;
using KnowledgeBase.Search.Indexing;
using KnowledgeBase.Search.Querying;
using KnowledgeBase.Search.Ranking;
using KnowledgeBase.Search.Suggesting;

namespace KnowledgeBase.Search;

/// <summary>The one face of the engine: immutable, in process, safe for any number of readers.</summary>
public sealed class SearchIndex
{
    // The first hits are read in full for their best passage, those farther down only at their beginning.
    private const int ReadInFull = 10;
    private const int LongestText = 20_000;
    private const int LongestTextLater = 2_000;

    private static readonly Snippet s_noSnippet = new("", []);

    private readonly IndexData _data;
    private readonly Synonyms _synonyms;
    private readonly Suggester _suggester;
    private readonly Corrections _corrections;
    private readonly Ranker _ranker;
    private readonly PageHits _pageHits;
    private readonly ConcurrentBag<SearchScratch> _scratches = [];

    /// <param name="before">The index that this one went on from, or null.</param>
    internal SearchIndex(IndexData data, IReadOnlyList<Term> glossary, SearchIndex? before)
    {
        _data = data;
        _synonyms = new(glossary);
        _suggester = new(data, glossary, before?._suggester);
        _corrections = new(data.Codes, new(data.Segments.SelectMany(s => s.TextCodes).Where(c => data.IsLive(c.Part)).Select(c => c.Written)));
        _ranker = new(data);
        _pageHits = new(data);
    }

    /// <summary>Number of pages, each language counted.</summary>
    public int Pages => _data.Pages.Length - _data.IsOutdated.Count;

    /// <summary>Number of sections: what is ranked.</summary>
    public int Parts => _data.Parts;

    /// <summary>Bytes of the packed lists and words, without the texts.</summary>
    public long PackedBytes => _data.Bytes;

    internal IndexData Data => _data;

    /// <summary>Pages that answer the query, best first. Never throws on what a visitor typed.</summary>
    public SearchResults Search(SearchRequest request)
    {
        var started = TimeProvider.System.GetTimestamp();
        var scratch = Rent();
        var plan = scratch.Planner.Plan(request.Query);
        _ranker.Score(plan, scratch);
        var (total, facets) = _pageHits.Collect(request, plan, scratch);
        var hits = Hits(request, plan, scratch);
        Return(scratch);
        return new()
        {
            Query = request.Query,
            ReadAs = plan.Codes.Count == 0 ? [] : [.. plan.Codes.DistinctBy(c => c.Code)],
            Total = total,
            Hits = hits,
            DidYouMean = _corrections.For(plan),
            Facets = Named(facets),
            Microseconds = (long)TimeProvider.System.GetElapsedTime(started).TotalMicroseconds,
        };
    }

    /// <summary>Completions for what stands in the box so far.</summary>
    public IReadOnlyList<Suggestion> Suggest(string query, Locale locale, int limit = 8) => _suggester.Suggest(query, locale, limit);

    /// <summary>Makes what the first suggestion would have to wait for. The index works without.</summary>
    public void Warm() => Suggest("a", Locale.Ja);

    /// <summary>Why this hit ranks where it does: one line per term and field.</summary>
    public Explanation Explain(SearchRequest request, SearchHit hit)
    {
        var found = Enumerable.Range(0, _data.Pages.Length).Where(p => !_data.IsOutdated.Contains(p)).Select(p => _data.Pages[p])
            .FirstOrDefault(p => p.Document.Kind == hit.Kind && p.Document.Id == hit.Id && p.Locale == hit.Locale);
        if (found is not { } page) return new(0, []);
        var offset = page.Document.Parts.ToList().FindIndex(p => p.Anchor == hit.Anchor || p.Steps.Any(s => s.Id == hit.Anchor));
        var scratch = Rent();
        var explanation = _ranker.Explain(scratch.Planner.Plan(request.Query), page.FirstPart + Math.Max(0, offset), scratch);
        Return(scratch);
        return explanation;
    }

    private SearchHit[] Hits(SearchRequest request, QueryPlan plan, SearchScratch scratch)
    {
        var best = scratch.Top.Sort();
        best = best[Math.Min(best.Length, Math.Max(0, request.Offset))..];
        if (best.Length == 0) return [];
        if (request.WithSnippets) scratch.Snippets.Start(plan);
        var hits = new SearchHit[best.Length];
        for (var i = 0; i < hits.Length; i++)
            hits[i] = Hit(best[i], request.WithSnippets ? scratch.Snippets : null, i < ReadInFull ? LongestText : LongestTextLater);
        return hits;
    }

    private SearchHit Hit(ScoredPart scored, SnippetMaker? snippets, int longest)
    {
        var page = _data.Pages[_data.PageOf[scored.Part]].Document;
        var part = _data.Part(scored.Part);
        var (snippet, step) = snippets?.Make(part, longest) ?? (s_noSnippet, null);
        return new()
        {
            Kind = page.Kind,
            Id = page.Id,
            Locale = page.Locale,
            Title = page.Title,
            Anchor = step ?? part.Anchor,
            Section = part.Heading,
            Snippet = snippet,
            Score = scored.Score,
        };
    }

    private static Dictionary<string, int> Named(int[] facets)
    {
        var named = new Dictionary<string, int>();
        for (var bit = 0; bit < facets.Length; bit++)
            if (facets[bit] > 0) named[Facets.Names[bit]] = facets[bit];
        return named;
    }

    private SearchScratch Rent() => _scratches.TryTake(out var scratch) ? scratch : new(_data, _synonyms);

    private void Return(SearchScratch scratch)
    {
        scratch.Clear();
        _scratches.Add(scratch);
    }
}
