using KnowledgeBase.Search.Indexing;
using KnowledgeBase.Search.Querying;

namespace KnowledgeBase.Search.Ranking;

/// <summary>The score of a part, and its explanation: BM25 over all fields, half of BM25 over the title alone, exact codes,
/// titles and headings, and how much of the query stands in one sentence and in the title.</summary>
internal sealed class Ranker(IndexData index)
{
    private const int Refined = 60;
    private const float SentenceShare = 0.2f;
    private const float TitleShare = 0.3f;

    // A glossary entry is short and full of names; it comes first when it is asked for by name.
    private const float TermShare = 0.35f;

    private readonly int _parts = index.PageOf.Length;

    /// <summary>Adds up the scores of every part in <see cref="SearchScratch.Scores"/>; refines the best.</summary>
    public void Score(QueryPlan plan, SearchScratch scratch)
    {
        foreach (var term in plan.Terms)
        {
            var (idf, titleIdf) = Idf(term);
            var held = term.IsTyped ? scratch.Held : scratch.HeldOther;
            for (var cursor = index.Postings.Open(term.Term); cursor.Next();)
            {
                held[cursor.Part] += idf;
                scratch.Scores[cursor.Part] += index.Weights[cursor.Part]
                    * (Words(cursor.Count, index.Norms[cursor.Part], idf) + TitleWords(cursor.Title, index.TitleNorms[cursor.Part], titleIdf));
            }
        }
        foreach (var (first, count) in index.TermPages)
            for (var part = first; part < first + count; part++) scratch.Scores[part] *= TermShare;
        Refine(plan, scratch);
        foreach (var (part, worth, _) in ExactAnswers(plan)) scratch.Scores[part] += worth;
    }

    /// <summary>The same sum for one part, line by line.</summary>
    public Explanation Explain(QueryPlan plan, int part, SearchScratch scratch)
    {
        var lines = new List<(string, double)>();
        var words = 0f;
        foreach (var term in plan.Terms)
        {
            var (idf, titleIdf) = Idf(term);
            for (var cursor = index.Postings.Open(term.Term); cursor.Next() && cursor.Part <= part;)
            {
                if (cursor.Part != part) continue;
                var name = index.Vocabulary.Name(term.Term).Replace(Analysis.Analyzer.CodeMark.ToString(), "0x", StringComparison.Ordinal);
                var weight = index.Weights[part];
                var (text, title) = (weight * Words(cursor.Count, index.Norms[part], idf), weight * TitleWords(cursor.Title, index.TitleNorms[part], titleIdf));
                lines.Add((name, text));
                if (title > 0) lines.Add((name + " in title", title));
                words += text + title;
            }
        }
        if (index.IsTerm(part)) lines.Add(("glossary entry", words * (TermShare - 1)));
        if (index.IsTerm(part)) words *= TermShare;
        MarkSlots(plan, scratch);
        var refined = Refinement(plan, part, words, scratch);
        ClearSlots(plan, scratch);
        if (refined > 0) lines.Add(("in one sentence or title", refined));
        lines.AddRange(ExactAnswers(plan).Where(e => e.Part == part).Select(e => (e.Why, (double)e.Worth)));
        return new(lines.Sum(l => l.Item2), lines);
    }

    private (float Idf, float TitleIdf) Idf(QueryTerm term) =>
        (term.Weight * Bm25.Idf(_parts, index.Postings.Parts(term.Term)), term.Weight * Bm25.Idf(_parts, index.Postings.Titles(term.Term)));

    private static float Words(int count, float norm, float idf) => idf * Bm25.Saturate(count * Postings.Unit, norm);

    private static float TitleWords(int count, float norm, float idf) => count == 0 ? 0 : Bm25.TitleShare * idf * Bm25.Saturate(count, norm);

    private IEnumerable<(int Part, float Worth, string Why)> ExactAnswers(QueryPlan plan)
    {
        for (var i = 0; i < plan.Codes.Count; i++)
        {
            foreach (var (part, level) in index.Codes.Find(plan.Codes[i].Code).ToArray())
                yield return (part, Worth(level) * (1 - Math.Min(i, 9) * 0.05f), plan.Codes[i].Code + " as " + level);
        }
        foreach (var (code, i) in plan.FragmentCodes.Select((c, i) => (c, i)))
            foreach (var (part, level) in index.Codes.Find(code).ToArray())
                yield return (part, Exact.Fragment * (level switch { CodeLevel.Own => 1, CodeLevel.Mentions => 0.1f, _ => 0.5f }) - i * 0.1f, code + " holds the fragment");
        if (plan.Key.Length == 0) yield break;
        var namesCode = plan.Codes.Count > 0 && !plan.IsOnlyCode;
        foreach (var part in index.Titles[plan.Key]) yield return (part, namesCode ? Exact.TitleWithCode : Exact.Title, "exact title");
        foreach (var part in index.Headings[plan.Key]) yield return (part, namesCode ? Exact.HeadingWithCode : Exact.Heading, "exact heading");
        foreach (var part in index.Aliases[plan.Key]) yield return (part, Exact.Alias, "exact other name");
    }

    private static float Worth(CodeLevel level) => level switch
    {
        CodeLevel.Own => Exact.OwnCode,
        CodeLevel.Title => Exact.TitleCode,
        CodeLevel.Heading => Exact.HeadingCode,
        _ => Exact.MentionedCode,
    };

    private void Refine(QueryPlan plan, SearchScratch scratch)
    {
        var best = new PriorityQueue<int, float>();
        for (var part = 0; part < _parts; part++)
        {
            if (scratch.Scores[part] <= 0) continue;
            if (best.Count < Refined) best.Enqueue(part, scratch.Scores[part]);
            else best.EnqueueDequeue(part, scratch.Scores[part]);
        }
        MarkSlots(plan, scratch);
        foreach (var (part, _) in best.UnorderedItems) scratch.Scores[part] += Refinement(plan, part, scratch.Scores[part], scratch);
        ClearSlots(plan, scratch);
    }

    private static void MarkSlots(QueryPlan plan, SearchScratch scratch)
    {
        for (var i = 0; i < plan.Terms.Count; i++) scratch.Slots[plan.Terms[i].Term] = i + 1;
    }

    private static void ClearSlots(QueryPlan plan, SearchScratch scratch)
    {
        foreach (var term in plan.Terms) scratch.Slots[term.Term] = 0;
    }

    // How much of the query's weight the best sentence holds, and how well title and query cover each other.
    private float Refinement(QueryPlan plan, int part, float score, SearchScratch scratch)
    {
        var total = plan.Terms.Sum(t => Idf(t).Idf);
        if (total <= 0) return 0;
        var seen = new int[plan.Terms.Count];
        var (sentence, held, bestSentence, titleHeld, titleAll) = (1, 0f, 0f, 0f, 0f);
        for (var cursor = index.Forward.Open(part); cursor.Next();)
        {
            if (cursor.Term == ForwardIndex.SentenceEnd)
            {
                if (sentence <= 2) titleHeld = Math.Max(titleHeld, held);
                bestSentence = Math.Max(bestSentence, held);
                held = 0;
                sentence++;
                continue;
            }
            var slot = scratch.Slots[cursor.Term] - 1;
            if (sentence == 1) titleAll += Bm25.Idf(_parts, index.Postings.Parts(cursor.Term));
            if (slot < 0 || seen[slot] == sentence) continue;
            seen[slot] = sentence;
            held += Idf(plan.Terms[slot]).Idf;
        }
        var ofQuery = titleHeld / total;
        var ofTitle = titleAll > 0 ? Math.Min(1, titleHeld / titleAll) : 0;
        return score * (SentenceShare * (bestSentence / total) + TitleShare * ofQuery * ofTitle);
    }
}
