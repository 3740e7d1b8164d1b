using KnowledgeBase.Content;
using KnowledgeBase.Search.Indexing;
using KnowledgeBase.Search.Querying;

namespace KnowledgeBase.Search.Ranking;

/// <summary>Scored parts → pages: each page by its best part, the reader's version of each page, filters, counts per facet,
/// the reader's language first (Feature 22).</summary>
internal sealed class PageHits(IndexData index)
{
    // A page matches when it holds this share of what the best page holds of the query.
    private const float MatchShare = 0.35f;

    // A thing has several other names; nearly one of them is enough.
    private const float OtherShare = 0.8f;

    // Of a page that stands there only because its other language matches.
    private const float TwinShare = 0.95f;

    public (List<ScoredPart> Pages, Dictionary<string, int> Facets) Collect(SearchRequest request, QueryPlan plan, SearchScratch scratch)
    {
        var best = BestParts(scratch, plan);
        if (request.OwnLanguageFirst) PreferOwnVersion(best, request.Locale);
        var pages = best.Values.ToList();
        var facets = Count(pages, request);
        pages.RemoveAll(p => !PageOf(p).Has(request.Os, request.Licence, request.Kind));
        pages.Sort((a, b) => Compare(a, b, request));
        return (pages, facets);
    }

    private Dictionary<int, ScoredPart> BestParts(SearchScratch scratch, QueryPlan plan)
    {
        var best = new Dictionary<int, ScoredPart>();
        var enough = Most(scratch.Held) is > 0 and var most && !plan.IsMostlyUnknown ? most * MatchShare : float.MaxValue;
        var enoughOther = plan.LightestOther * OtherShare;
        for (var part = 0; part < scratch.Scores.Length; part++)
        {
            var score = scratch.Scores[part];
            if (score <= 0 || (scratch.Held[part] < enough && scratch.HeldOther[part] < enoughOther && score < Exact.MentionedCode)) continue;
            var page = index.PageOf[part];
            if (!best.TryGetValue(page, out var known) || score > known.Score) best[page] = new(part, score);
        }
        return best;
    }

    private static float Most(float[] held)
    {
        var most = 0f;
        foreach (var value in held) most = Math.Max(most, value);
        return most;
    }

    private void PreferOwnVersion(Dictionary<int, ScoredPart> best, Locale locale)
    {
        foreach (var (page, hit) in best.Where(b => index.Pages[b.Key].Locale != locale && index.Pages[b.Key].Twin >= 0).ToList())
        {
            best.Remove(page);
            var own = index.Pages[page].Twin;
            var score = hit.Score * TwinShare;
            if (!best.TryGetValue(own, out var known)) best[own] = new(SamePlace(hit.Part, page, own), score);
            else if (known.Score < score) best[own] = known with { Score = score };
        }
    }

    // Versions of a page have the same sections; where they do not, its beginning.
    private int SamePlace(int part, int page, int own)
    {
        var anchor = index.Part(part).Anchor;
        var parts = index.Pages[own].Document.Parts;
        for (var i = 0; i < parts.Count; i++)
            if (parts[i].Anchor == anchor) return index.Pages[own].FirstPart + i;
        return index.Pages[own].FirstPart;
    }

    private int Compare(ScoredPart a, ScoredPart b, SearchRequest request)
    {
        if (request.OwnLanguageFirst && PageOf(a).Locale != PageOf(b).Locale) return PageOf(a).Locale == request.Locale ? -1 : 1;
        return a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Part.CompareTo(b.Part);
    }

    // Each facet counts what its own filter would leave, under the other filters.
    private Dictionary<string, int> Count(List<ScoredPart> pages, SearchRequest request)
    {
        var counts = new Dictionary<string, int>();
        foreach (var page in pages.Select(PageOf))
        {
            if (page.Has(null, request.Licence, request.Kind))
                foreach (var os in AppliesTo.KnownOs.Where(o => page.Has(o, null, null))) Add("os:" + os);
            if (page.Has(request.Os, null, request.Kind))
                foreach (var licence in AppliesTo.KnownLicences.Where(l => page.Has(null, l, null))) Add("licence:" + licence);
            if (page.Has(request.Os, request.Licence, null)) Add("kind:" + page.Document.Kind.ToString().ToLowerInvariant());
        }
        return counts;

        void Add(string facet) => counts[facet] = counts.GetValueOrDefault(facet) + 1;
    }

    private IndexedPage PageOf(ScoredPart part) => index.Pages[index.PageOf[part.Part]];
}
