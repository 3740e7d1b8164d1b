using KnowledgeBase.Content;
using KnowledgeBase.Search.Indexing;

namespace KnowledgeBase.Search.Querying;

/// <summary>What to search for instead: near codes, look-alike names, a query without its spelling mistakes.</summary>
internal sealed class Corrections(CodeField codes, TextCodes textCodes)
{
    private const int MostCodes = 8;

    public IReadOnlyList<DidYouMean> For(QueryPlan plan)
    {
        var found = new List<DidYouMean>();
        foreach (var match in plan.Codes.Take(3))
        {
            if (codes.IsTitled(match.Code)) continue;
            foreach (var near in Near(match.Code))
                if (found.TrueForAll(f => f.Code != near)) found.Add(new(near.Hex, near));
        }
        if (plan.Codes.Count == 0 && plan.FragmentCodes.Count == 0)
            found.AddRange(NearCodes.Miscounted(plan.Key, codes.Known, codes.IsTreated, MostCodes).Select(c => new DidYouMean(c.Hex, c)));
        if (textCodes.LookingLike(plan.Key) is { } alike) found.Add(new(alike, null));
        else if (plan.Codes.Count == 0) found.AddRange(textCodes.Near(plan.Key, MostCodes).Select(n => new DidYouMean(n, null)));
        if (plan.Corrected is { } corrected) found.Add(new(corrected, null));
        return found;
    }

    // A code that stands nowhere may be meant as one that a page only mentions.
    private IReadOnlyList<ErrorCode> Near(ErrorCode code)
    {
        var known = NearCodes.Find(code, codes.Known, codes.IsTreated, MostCodes);
        return known.Count > 0 || !codes.Find(code).IsEmpty ? known : NearCodes.Find(code, codes.Mentioned, codes.IsTreated, MostCodes);
    }
}
