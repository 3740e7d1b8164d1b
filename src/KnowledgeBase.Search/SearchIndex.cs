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
    private readonly IndexData _data;
    private readonly Synonyms _synonyms;
    private readonly Suggester _suggester;
    private readonly Corrections _corrections;
    private readonly Ranker _ranker;
    private readonly PageHits _pageHits;
    private readonly ConcurrentBag<SearchScratch> _scratches = [];

    internal SearchIndex(IndexData data, IReadOnlyList<Term> glossary)
    {
        _data = data;
        _synonyms = new(glossary);
        _suggester = new(data.Pages, glossary);
        var headings = data.Pages.SelectMany(p => p.Document.Parts.Select(s => s.Heading).OfType<string>().Prepend(p.Document.Title));
        _corrections = new(data.Codes, new(headings));
        _ranker = new(data);
        _pageHits = new(data);
    }

    /// <summary>Number of pages, each language counted.</summary>
    public int Pages => _data.Pages.Count;

    /// <summary>Number of sections: what is ranked.</summary>
    public int Parts => _data.PageOf.Length;

    /// <summary>Bytes that the packed lists take, without the texts.</summary>
    public long PackedBytes => _data.Postings.Bytes + _data.Forward.Bytes;

    /// <summary>Pages that answer the query, best first. Never throws on what a visitor typed.</summary>
    public SearchResults Search(SearchRequest request)
    {
        var started = TimeProvider.System.GetTimestamp();
        var scratch = Rent();
        var plan = scratch.Planner.Plan(request.Query);
        _ranker.Score(plan, scratch);
        var (pages, facets) = _pageHits.Collect(request, plan, scratch);
        Return(scratch);
        var snippets = new SnippetMaker(_data.Vocabulary, plan);
        var shown = pages.Skip(Math.Max(0, request.Offset)).Take(Math.Clamp(request.Limit, 1, 100));
        return new()
        {
            Query = request.Query,
            ReadAs = [.. plan.Codes.DistinctBy(c => c.Code)],
            Total = pages.Count,
            Hits = [.. shown.Select(p => Hit(p, snippets))],
            DidYouMean = _corrections.For(request.Query, plan),
            Facets = facets,
            Microseconds = (long)TimeProvider.System.GetElapsedTime(started).TotalMicroseconds,
        };
    }

    /// <summary>Completions for what stands in the box so far.</summary>
    public IReadOnlyList<Suggestion> Suggest(string query, Locale locale, int limit = 8) => _suggester.Suggest(query, locale, limit);

    /// <summary>Why this hit ranks where it does: one line per term and field.</summary>
    public Explanation Explain(SearchRequest request, SearchHit hit)
    {
        var page = _data.Pages.FirstOrDefault(p => p.Document.Kind == hit.Kind && p.Document.Id == hit.Id && p.Locale == hit.Locale);
        if (page is null) return new(0, []);
        var offset = page.Document.Parts.ToList().FindIndex(p => p.Anchor == hit.Anchor || p.Steps.Any(s => s.Anchor == hit.Anchor));
        var scratch = Rent();
        var explanation = _ranker.Explain(scratch.Planner.Plan(request.Query), page.FirstPart + Math.Max(0, offset), scratch);
        Return(scratch);
        return explanation;
    }

    private SearchHit Hit(ScoredPart scored, SnippetMaker snippets)
    {
        var page = _data.Pages[_data.PageOf[scored.Part]].Document;
        var part = _data.Part(scored.Part);
        var (snippet, step) = snippets.Make(part);
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

    private SearchScratch Rent() => _scratches.TryTake(out var scratch) ? scratch : new(_data, _synonyms);

    private void Return(SearchScratch scratch)
    {
        scratch.Clear();
        _scratches.Add(scratch);
    }
}
