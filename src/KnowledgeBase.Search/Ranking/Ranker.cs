using KnowledgeBase.Search.Indexing;
using KnowledgeBase.Search.Querying;

namespace KnowledgeBase.Search.Ranking;

/// <summary>The score of a part, and its explanation: BM25 over all fields, half of BM25 over the title alone, exact codes,
/// titles and headings, and how much of the query stands in one sentence and in the title.</summary>
internal sealed class Ranker(IndexData index)
{
    private const int Refined = 30;

    private readonly Refinement _refinement = new(index);

    /// <summary>Adds up the scores of every part in <see cref="SearchScratch.Scores"/>; refines the best.</summary>
    public void Score(QueryPlan plan, SearchScratch scratch)
    {
        foreach (var term in plan.Terms)
        {
            foreach (var segment in index.Segments)
            {
                if (term.IsTyped) AddTyped(term, segment.Postings.Open(term.Term), scratch);
                else AddOther(term, segment.Postings.Open(term.Term), scratch);
            }
        }
        Refine(plan, scratch);
        foreach (var (part, worth, _) in ExactAnswers(plan)) scratch.Scores[part] += worth;
    }

    /// <summary>The same sum for one part, line by line.</summary>
    public Explanation Explain(QueryPlan plan, int part, SearchScratch scratch)
    {
        var lines = new List<(string, double)>();
        var weight = index.Weights[part];
        var words = 0f;
        foreach (var term in plan.Terms)
        {
            if (Find(term.Term, part) is not (> 0 and var counts)) continue;
            var name = ShownName(index.Vocabulary.Name(term.Term));
            var (text, title) = (weight * Words(counts, index.Norms[part], term.Worth), weight * TitleWords(counts, index.TitleNorms[part], term.TitleWorth));
            lines.Add((name, text));
            if (title > 0) lines.Add((name + " in title", title));
            words += text + title;
        }
        MarkSlots(plan, scratch);
        var refined = _refinement.Of(plan, part, words, scratch);
        scratch.Slots.Clear();
        if (refined > 0) lines.Add(("in one sentence or title", refined));
        lines.AddRange(ExactAnswers(plan).Where(e => e.Part == part).Select(e => (e.Why, (double)e.Worth)));
        return new(lines.Sum(l => l.Item2), lines);
    }

    private void AddTyped(in QueryTerm term, Postings.Reader reader, SearchScratch scratch)
    {
        Span<int> parts = stackalloc int[Postings.Block];
        Span<int> counts = stackalloc int[Postings.Block];
        var (scores, held, norms, titleNorms) = (scratch.Scores, scratch.Held, index.Norms, index.TitleNorms);
        for (var n = reader.Read(parts, counts); n > 0; n = reader.Read(parts, counts))
        {
            for (var i = 0; i < n; i++)
            {
                var part = parts[i];
                held[part] += term.Worth;
                scores[part] += Words(counts[i], norms[part], term.Worth);
                if (counts[i] > 255) scores[part] += TitleWords(counts[i], titleNorms[part], term.TitleWorth);
            }
        }
    }

    private void AddOther(in QueryTerm term, Postings.Reader reader, SearchScratch scratch)
    {
        Span<int> parts = stackalloc int[Postings.Block];
        Span<int> counts = stackalloc int[Postings.Block];
        var (scores, held, norms, titleNorms) = (scratch.Scores, scratch.HeldOther, index.Norms, index.TitleNorms);
        for (var n = reader.Read(parts, counts); n > 0; n = reader.Read(parts, counts))
        {
            for (var i = 0; i < n; i++)
            {
                var part = parts[i];
                held[part] += term.Worth;
                scores[part] += Words(counts[i], norms[part], term.Worth) + TitleWords(counts[i], titleNorms[part], term.TitleWorth);
            }
        }
    }

    private int Find(int term, int part)
    {
        Span<int> parts = stackalloc int[Postings.Block];
        Span<int> counts = stackalloc int[Postings.Block];
        foreach (var segment in index.Segments)
        {
            var reader = segment.Postings.Open(term);
            for (var n = reader.Read(parts, counts); n > 0; n = reader.Read(parts, counts))
                if (parts[..n].IndexOf(part) is >= 0 and var at) return counts[at];
        }
        return 0;
    }

    private static float Words(int counts, float norm, float worth) => worth * Bm25.Saturate((counts & 255) * Postings.Unit, norm);

    private static float TitleWords(int counts, float norm, float worth) => counts < 256 ? 0 : worth * Bm25.Saturate(counts >> 8, norm);

    private IEnumerable<(int Part, float Worth, string Why)> ExactAnswers(QueryPlan plan)
    {
        for (var i = 0; i < plan.Codes.Count; i++)
        {
            foreach (var (part, level) in index.Codes.Find(plan.Codes[i].Code).ToArray())
                yield return (part, Worth(level) * (1 - Math.Min(i, 9) * 0.05f), "code as " + level);
        }
        foreach (var answer in FragmentAnswers(plan)) yield return answer;
        var namesCode = plan.Codes.Count > 0 && !plan.IsOnlyCode;
        foreach (var segment in index.Segments)
        {
            foreach (var (part, kind) in segment.Names.Find(plan.Key).ToArray())
            {
                if (!index.IsLive(part)) continue;
                yield return kind switch
                {
                    NameKind.Title => (part, namesCode ? Exact.TitleWithCode : Exact.Title, "exact title"),
                    NameKind.Heading => (part, namesCode ? Exact.HeadingWithCode : Exact.Heading, "exact heading"),
                    _ => (part, Exact.Alias, "exact other name"),
                };
            }
        }
    }

    // Each part by the most prominent of its codes, and a little more for each further one.
    private IEnumerable<(int Part, float Worth, string Why)> FragmentAnswers(QueryPlan plan)
    {
        var found = new Dictionary<int, (CodeLevel Level, int Codes, int First)>();
        for (var i = 0; i < plan.FragmentCodes.Count; i++)
        {
            foreach (var (part, level) in index.Codes.Find(plan.FragmentCodes[i]).ToArray())
            {
                var (best, codes, first) = found.GetValueOrDefault(part, (level, 0, i));
                found[part] = (level > best ? level : best, codes + 1, first);
            }
        }
        var mentioned = plan.IsFragment ? Exact.MentionedCode : Exact.MentionedFragment;
        foreach (var (part, (level, codes, first)) in found)
        {
            var worth = level switch { CodeLevel.Own => Exact.Fragment, CodeLevel.Mentions => mentioned, _ => Exact.Fragment / 2 };
            yield return (part, worth + Math.Min(codes - 1, 9) - first * 0.1f, "fragment of a code");
        }
    }

    private static float Worth(CodeLevel level) => level switch
    {
        CodeLevel.Own => Exact.OwnCode,
        CodeLevel.Title => Exact.TitleCode,
        CodeLevel.Heading => Exact.HeadingCode,
        _ => Exact.MentionedCode,
    };

    // Weighs the pages, and refines the best.
    private void Refine(QueryPlan plan, SearchScratch scratch)
    {
        var scores = scratch.Scores;
        Scan.Multiply(scores, index.Weights);
        scratch.Top.Start(Refined);
        for (var group = Scan.Next(scores, 0, 0); group < scores.Length; group = Scan.Next(scores, group + Scan.Group, scratch.Top.Least))
            for (var part = group; part < Math.Min(group + Scan.Group, scores.Length); part++)
                if (scores[part] > scratch.Top.Least) scratch.Top.Offer(new(part, scores[part]));
        MarkSlots(plan, scratch);
        foreach (var (part, score, _) in scratch.Top.Items) scratch.Scores[part] += _refinement.Of(plan, part, score, scratch);
        scratch.Slots.Clear();
    }

    private static string ShownName(ReadOnlySpan<char> term) => term[0] switch
    {
        Analysis.Analyzer.CodeMark => $"0x{term[1..]}",
        Analysis.Analyzer.FormMark => $"{term[1..]}, as written",
        _ => term.ToString(),
    };

    private static void MarkSlots(QueryPlan plan, SearchScratch scratch)
    {
        for (var i = 0; i < plan.Terms.Length; i++) scratch.Slots.Add(plan.Terms[i].Term, i);
    }
}
