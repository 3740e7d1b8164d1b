using KnowledgeBase.Benchmarks.Engines;

namespace KnowledgeBase.Benchmarks.Measuring;

/// <summary>Engines side by side: warm-up, then round about, so that a noisy minute hits all of them.</summary>
internal static class LatencyRun
{
    /// <returns>Of each engine its queries, each by its median over the rounds.</returns>
    public static IReadOnlyList<Round> Measure(IReadOnlyList<IEngine> engines, int limit, bool snippets, int rounds, TimeSpan warmUp)
    {
        foreach (var engine in engines)
        {
            var timer = new Timer();
            do engine.Ask(limit, snippets); while (timer.Elapsed < warmUp);
        }
        var measured = engines.Select(_ => new List<Round>()).ToList();
        for (var round = 0; round < rounds; round++)
            for (var i = 0; i < engines.Count; i++) measured[i].Add(engines[i].Ask(limit, snippets));
        return [.. measured.Select(Round.Median)];
    }
}
