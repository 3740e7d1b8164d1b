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

    /// <returns>Number of matching pages, and for each bit of <see cref="Facets"/> how many its filter would leave. The best pages
    /// are in <see cref="SearchScratch.Top"/>, as many as asked for, in no order.</returns>
    public (int Total, int[] Facets) Collect(SearchRequest request, QueryPlan plan, SearchScratch scratch)
    {
        BestParts(scratch, plan);
        if (request.OwnLanguageFirst) PreferOwnVersion(scratch, request);
        var (wanted, total, patterns) = (Facets.Wanted(request), 0, scratch.FacetPatterns);
        scratch.Top.Start(Math.Max(0, request.Offset) + Math.Clamp(request.Limit, 1, 100));
        foreach (var page in scratch.Matching)
        {
            if (scratch.Pages[page].PartPlusOne == 0) continue; // its twin stands for it
            patterns[index.FacetPatternOf[page]]++;
            if (!Facets.Passes(index.FacetPatterns[index.FacetPatternOf[page]], wanted)) continue;
            total++;
            var isForeign = request.OwnLanguageFirst && index.Pages[page].Locale != request.Locale;
            scratch.Top.Offer(new(scratch.Pages[page].PartPlusOne - 1, scratch.Pages[page].Score, isForeign));
        }
        return (total, Count(patterns, wanted));
    }

    private void BestParts(SearchScratch scratch, QueryPlan plan)
    {
        foreach (var page in index.IsOutdated) scratch.Held.AsSpan(index.Pages[page].FirstPart, index.Pages[page].Document.Parts.Count).Clear();
        var enough = Scan.Max(scratch.Held) is > 0 and var most && !plan.IsMostlyUnknown ? MathF.BitDecrement(most * MatchShare) : float.MaxValue;
        Offer(scratch.Held, enough, scratch);
        Offer(scratch.Scores, MathF.BitDecrement(Exact.MentionedCode), scratch);
        if (plan.LightestOther < float.MaxValue) Offer(scratch.HeldOther, MathF.BitDecrement(plan.LightestOther * OtherShare), scratch);
    }

    // Offers the parts that hold more than this much.
    private void Offer(float[] values, float than, SearchScratch scratch)
    {
        for (var group = Scan.Next(values, 0, than); group < values.Length; group = Scan.Next(values, group + Scan.Group, than))
            for (var part = group; part < Math.Min(group + Scan.Group, values.Length); part++)
                if (values[part] > than && scratch.Scores[part] > 0) Offer(index.PageOf[part], part, scratch.Scores[part], scratch);
    }

    private static void Offer(int page, int part, float score, SearchScratch scratch)
    {
        ref var best = ref scratch.Pages[page];
        if (best.PartPlusOne == 0) scratch.Matching.Add(page);
        if (best.PartPlusOne == 0 || score > best.Score) best = (part + 1, score);
    }

    private void PreferOwnVersion(SearchScratch scratch, SearchRequest request)
    {
        for (int i = 0, count = scratch.Matching.Count; i < count; i++)
        {
            var page = scratch.Matching[i];
            var own = index.Twin(page);
            if (own < 0 || index.Pages[page].Locale == request.Locale) continue;
            var (partPlusOne, score) = scratch.Pages[page];
            scratch.Pages[page] = default;
            if (scratch.Pages[own].PartPlusOne == 0) Offer(own, index.TwinPart(partPlusOne - 1), score * TwinShare, scratch);
            else scratch.Pages[own].Score = Math.Max(scratch.Pages[own].Score, score * TwinShare);
        }
    }

    // Each facet counts what its own filter would leave, under the other filters.
    private int[] Count(int[] patterns, uint wanted)
    {
        var counts = new int[Facets.Names.Count];
        for (var pattern = 0; pattern < patterns.Length; pattern++)
        {
            var bits = patterns[pattern] > 0 ? index.FacetPatterns[pattern] : 0;
            for (var bit = 0; bits != 0 && bit < counts.Length; bit++)
                if ((bits & 1u << bit) != 0 && Facets.Passes(bits, wanted, Facets.Groups[bit])) counts[bit] += patterns[pattern];
        }
        return counts;
    }
}
