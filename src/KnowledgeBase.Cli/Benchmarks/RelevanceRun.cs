using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli.Benchmarks;

/// <summary>Asks every query of a set and scores the answers as the set's own scorer does.</summary>
internal static class RelevanceRun
{
    private const int Depth = 10;

    /// <returns>The whole set first, then each form in order of appearance.</returns>
    public static IReadOnlyList<RelevanceScore> Score(RelevanceSet set)
    {
        var index = SearchIndexBuilder.Build(set.Documents);
        var scored = set.Queries.Select(q => (q.Form, Score: Score(q.Grades, Ask(index, q.Text)))).ToList();
        return
        [
            Mean("all", scored),
            .. scored.GroupBy(s => s.Form).Select(f => Mean(f.Key, [.. f])),
        ];
    }

    /// <summary>Hits, then what the suggestions instead lead to: a mistyped code is offered, not answered.</summary>
    private static List<string> Ask(SearchIndex index, string query)
    {
        var results = index.Search(Request(query, Depth));
        var ranked = results.Hits.Select(h => h.Id).ToList();
        foreach (var instead in results.DidYouMean.Where(d => d.Code is not null || results.Hits.Count == 0))
            ranked.AddRange(index.Search(Request(instead.Text, 1)).Hits.Select(h => h.Id).Except(ranked).ToList());
        return ranked;
    }

    // The sets do not say who asks: the best page first, in whatever language.
    private static SearchRequest Request(string query, int limit) => new(query, Locale.Ja) { Limit = limit, OwnLanguageFirst = false };

    private static (double Mrr, double Recall, double Ndcg) Score(IReadOnlyDictionary<string, int> grades, List<string> ranked)
    {
        var top = ranked.Take(Depth).ToList();
        var first = top.FindIndex(grades.ContainsKey);
        var gain = top.Select((d, i) => Gain(grades.GetValueOrDefault(d), i)).Sum();
        var ideal = grades.Values.OrderDescending().Take(Depth).Select(Gain).Sum();
        return (first < 0 ? 0 : 1.0 / (first + 1), top.Count(grades.ContainsKey) / (double)Math.Min(Depth, grades.Count), gain / ideal);
    }

    private static double Gain(int grade, int at) => (Math.Pow(2, grade) - 1) / Math.Log2(at + 2);

    private static RelevanceScore Mean(string form, List<(string Form, (double Mrr, double Recall, double Ndcg) Score)> scored) => scored.Count == 0
        ? new(form, 0, 0, 0, 0)
        : new(form, scored.Count, scored.Average(s => s.Score.Mrr), scored.Average(s => s.Score.Recall), scored.Average(s => s.Score.Ndcg));
}
