using KnowledgeBase.Search.Indexing;
using KnowledgeBase.Search.Querying;

namespace KnowledgeBase.Search.Ranking;

/// <summary>What a part gains on top of its words' score: how much of the query stands in one sentence, how well query and title
/// cover each other and, in English, how many of its words stand side by side as typed.</summary>
internal sealed class Refinement(IndexData index)
{
    private const float SentenceShare = 0.4f;
    private const float LatinSentenceShare = 0.25f;
    private const float TitleShare = 0.4f;

    // A text that begins with its title says what the thing is.
    private const float LeadShare = 0.15f;

    // English names a thing by words in order; in Japanese the pairs of characters say so already.
    private const float NeighbourShare = 0.2f;
    private const float TitleNeighbourShare = 0.3f;
    private const float TitleStartShare = 0.15f;

    // Words that only say what kind of page it is: without them the title is the thing itself. As terms.
    private static readonly string[] s_kinds = ["overview", "introduct", "about", "概要", "of", "to", "the", "a", "for", "and", "in", "on", "with", "how", "what", "is"];

    private readonly HashSet<int> _kinds = [.. s_kinds.Select(k => index.Vocabulary.Find(k)).Where(k => k >= 0)];

    // Of each part how rare the words of its title are, together, and below zero where the text begins with the title; 0 until somebody asks.
    private readonly float[] _titles = new float[index.PageOf.Length];

    /// <param name="score">The words' score of the part.</param>
    /// <param name="scratch">With the plan's terms in <see cref="SearchScratch.Slots"/>.</param>
    public float Of(QueryPlan plan, int part, float score, SearchScratch scratch)
    {
        if (plan.Worth <= 0) return 0;
        var (sentence, held, most, titleHeld, titleAll, titleStart) = (1, 0f, 0f, 0f, Title(part), 0f);
        var (last, seen, pairs, mostPairs, titlePairs, atStart) = (-1, 0UL, 0f, 0f, 0f, plan.IsLatin);
        scratch.StartSentence();
        for (var cursor = index.Forward(part).Open(part); cursor.Next();)
        {
            if (cursor.Term == ForwardIndex.SentenceEnd)
            {
                (most, mostPairs) = (Math.Max(most, held), Math.Max(mostPairs, pairs));
                if (sentence <= 2) (titleHeld, titlePairs) = (Math.Max(titleHeld, held), mostPairs);
                (held, last, seen, pairs) = (0, -1, 0, 0);
                sentence++;
                scratch.StartSentence();
                continue;
            }
            var slot = scratch.Slots[cursor.Term];
            if (slot < 0)
            {
                (last, atStart) = (-1, false);
                continue;
            }
            if (sentence == 1 && atStart) titleStart += plan.Terms[slot].Worth;
            if (slot > 0 && slot < plan.Words && last == slot - 1 && (seen & 1UL << slot) == 0)
            {
                seen |= 1UL << slot;
                pairs += QueryPlan.Neighbours(plan.Terms[slot - 1], plan.Terms[slot]);
            }
            last = slot;
            if (scratch.See(slot)) held += plan.Terms[slot].Worth;
        }
        var ofTitle = titleAll != 0 ? Math.Min(1, titleHeld / Math.Abs(titleAll)) * (titleAll < 0 ? TitleShare + LeadShare : TitleShare) : 0;
        if (!plan.IsLatin) return score * (ofTitle * titleHeld / plan.Worth + SentenceShare * most / plan.Worth);
        var share = ofTitle * Math.Min(1, titleHeld / Math.Max(plan.NamedWorth, 0.001f));
        var neighbours = Math.Max(plan.NeighbourWorth, 0.001f);
        return score * (share + LatinSentenceShare * most / plan.Worth + TitleStartShare * Math.Min(1, titleStart / plan.Worth)
            + NeighbourShare * mostPairs / neighbours + TitleNeighbourShare * titlePairs / neighbours);
    }

    private float Title(int part)
    {
        ref var known = ref _titles[part];
        return known != 0 ? known : known = ReadTitle(part);
    }

    // Small words aside, which the title may have and the text before it: The …. Title, heading and keywords come before the text.
    private float ReadTitle(int part)
    {
        var title = index.Forward(part).Open(part);
        var text = title;
        for (var fields = 0; fields < 3 && text.Next();)
            if (text.Term == ForwardIndex.SentenceEnd) fields++;
        while (text.Next() && _kinds.Contains(text.Term))
        {
        }
        var (sum, begins) = (0f, true);
        while (title.Next() && title.Term != ForwardIndex.SentenceEnd)
        {
            if (_kinds.Contains(title.Term)) continue;
            sum += Bm25.Idf(index.Parts, index.Holding(title.Term).All);
            begins = begins && text.Term == title.Term;
            text.Next();
        }
        return begins ? -sum : sum;
    }
}
