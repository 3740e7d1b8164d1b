using System.Runtime.InteropServices;
using KnowledgeBase.Search.Indexing;
using KnowledgeBase.Search.Ranking;

namespace KnowledgeBase.Search.Querying;

/// <summary>The terms of a query while it is planned: each once, with the highest of its weights.</summary>
internal sealed class PlannedTerms(IndexData index)
{
    // Light terms (pairs with hiragana, single kanji) that together are worth less than this share are not looked up: they stand in
    // every other page and decide nothing.
    private const float LightShare = 0.02f;
    private const float LightWeight = 0.6f;

    // Bounds the time of any query; only made-up texts come near.
    private const int MostPostings = 3_000_000;

    private readonly List<(int Term, float Weight, bool IsTyped)> _items = [];
    private readonly List<(float Worth, int Place)> _light = [];

    private readonly TermPlaces _places = new();

    public int Count => _items.Count;

    public void Clear()
    {
        _places.Clear();
        _items.Clear();
    }

    public void Add(int term, float weight, bool typed = true)
    {
        var place = _places[term];
        if (place < 0)
        {
            _places.Add(term, _items.Count);
            _items.Add((term, weight, typed));
            return;
        }
        ref var known = ref CollectionsMarshal.AsSpan(_items)[place];
        known = (term, Math.Max(known.Weight, weight), known.IsTyped || typed);
    }

    public float Rarity(int term) => Bm25.Idf(index.Parts, index.Holding(term).All);

    /// <summary>Terms that some page holds, in order of the query, without those that decide nothing.</summary>
    /// <param name="titleShare">What a word in the title or heading counts in addition.</param>
    public QueryTerm[] Finish(float titleShare)
    {
        var terms = new QueryTerm[_items.Count];
        var (count, sum) = (0, 0f);
        _light.Clear();
        foreach (var (term, weight, typed) in _items)
        {
            var (all, inTitle) = index.Holding(term);
            if (all <= 0) continue;
            var worth = weight * Bm25.Idf(index.Parts, all);
            if (typed && weight <= LightWeight) _light.Add((worth, count));
            terms[count++] = new(term, typed, worth, titleShare * weight * Bm25.Idf(index.Parts, inTitle));
            sum += worth;
        }
        return WithinBounds(WithoutLight(terms, count, sum * LightShare));
    }

    private QueryTerm[] WithoutLight(QueryTerm[] terms, int count, float share)
    {
        _light.Sort();
        foreach (var (worth, place) in _light)
        {
            if (worth > share) break;
            share -= worth;
            terms[place] = default;
        }
        var kept = 0;
        for (var i = 0; i < count; i++)
            if (terms[i].Worth > 0) terms[kept++] = terms[i];
        return kept == terms.Length ? terms : terms[..kept];
    }

    private QueryTerm[] WithinBounds(QueryTerm[] terms)
    {
        var postings = 0L;
        foreach (var term in terms) postings += index.Holding(term.Term).All;
        if (postings <= MostPostings) return terms;
        var left = (long)MostPostings;
        return [.. terms.OrderByDescending(t => t.Worth).TakeWhile(t => (left -= index.Holding(t.Term).All) >= 0)];
    }
}
