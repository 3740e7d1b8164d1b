using System.CommandLine;
using KnowledgeBase.Benchmarks.Corpora;
using KnowledgeBase.Benchmarks.Engines;
using KnowledgeBase.Benchmarks.Measuring;
using KnowledgeBase.Benchmarks.Reports;

namespace KnowledgeBase.Benchmarks.Verbs;

/// <summary>`search`: how long one query takes and what it allocates, beside the peers.</summary>
internal static class SearchVerb
{
    private const int TypedQueries = 200;
    private const int TypedKeys = 12;

    public static Command Create()
    {
        var rounds = Words.Number("--rounds", 5, "How often every query is asked; each counts by its median.");
        var queries = Words.Number("--queries", 0, "At most so many queries of the set; 0: all.");
        var warm = Words.Number("--warm", 10, "Seconds of warm-up for each engine.");
        var sections = Words.Number("--sections", 0, "Recombine the set's sentences to so many sections; 0: the set itself.");
        var alone = Words.Flag("--alone", "Without the peers.");
        return Words.Command("search", "Latency and allocation per query, one thread, warm, beside Lucene 8 and SQLite.", (words, corpus) =>
            Run((words.GetValue(sections) is > 0 and var many ? ScaleOneVerb.Grow(corpus, many) : corpus).WithQueries(words.GetValue(queries)), words.GetValue(rounds), TimeSpan.FromSeconds(words.GetValue(warm)), !words.GetValue(alone)),
            rounds, queries, warm, sections, alone);
    }

    public static Report Run(Corpus corpus, int rounds, TimeSpan warm, bool peers)
    {
        var report = new Report($"search: {corpus.Name}, {corpus.Sections:N0} sections, {corpus.Queries.Count:N0} queries, median of {rounds} rounds");
        List<IEngine> engines = [new OwnEngine(corpus), .. peers ? Peers.Lucene(corpus, report) : []];
        try
        {
            foreach (var engine in engines) engine.Build(1, stored: true);
            Fill(Table(report, "Top 100"), engines, corpus, LatencyRun.Measure(engines, 100, snippets: false, rounds, warm));
            Fill(Table(report, "Top 10 with snippets"), engines, corpus, LatencyRun.Measure(engines, 10, snippets: true, rounds, warm));
            Suggest(report, (OwnEngine)engines[0], corpus, rounds);
            if (peers) Sqlite(report, corpus, rounds, warm);
        }
        finally
        {
            foreach (var engine in engines) engine.Dispose();
        }
        return report;
    }

    // What stands in the box after each of the first keys.
    private static void Suggest(Report report, OwnEngine engine, Corpus corpus, int rounds)
    {
        var typed = corpus.WithQueries(TypedQueries).Queries.SelectMany(q => Enumerable.Range(1, Math.Min(TypedKeys, q.Length)).Select(n => q[..n])).Distinct().ToList();
        engine.Suggest(typed);
        var round = Round.Median([.. Enumerable.Range(0, rounds).Select(_ => engine.Suggest(typed))]);
        var (clock, processor) = (Percentiles.Of(round.Nanoseconds, 1e6), Percentiles.Of(round.Processor, 1e6));
        report.Table("Suggestions while typing", "texts", "p50 ms", "p90 ms", "p99 ms", "max ms", "processor p50 ms", "processor p99 ms", "kB allocated (median)")
            .Add(typed.Count, clock.P50, clock.P90, clock.P99, clock.Max, processor.P50, processor.P99, Percentiles.Of(round.Bytes, 1e3).P50);
    }

    // Tens of milliseconds a query: a tenth of the queries has to do, asked of both.
    private static void Sqlite(Report report, Corpus corpus, int rounds, TimeSpan warm)
    {
        var few = corpus.WithQueries(Math.Max(100, corpus.Queries.Count / 10));
        List<IEngine> engines = [new OwnEngine(few), new SqliteEngine(few)];
        foreach (var engine in engines) engine.Build(1, stored: false);
        Fill(Table(report, $"Top 100, {few.Queries.Count} of the queries"), engines, few, LatencyRun.Measure(engines, 100, snippets: false, Math.Min(3, rounds), warm / 2));
        foreach (var engine in engines) engine.Dispose();
    }

    private static ResultTable Table(Report report, string title) => report.Table(
        title, "engine", "p50 ms", "p90 ms", "p99 ms", "max ms", "processor p50 ms", "processor p99 ms", "kB allocated (median)", "hits (median)", "its processor p50 : ours", "its processor p99 : ours");

    private static void Fill(ResultTable table, List<IEngine> engines, Corpus corpus, IReadOnlyList<Round> rounds)
    {
        var ours = Percentiles.Of(rounds[0].Processor, 1e6);
        for (var i = 0; i < engines.Count; i++)
        {
            var (clock, processor) = (Percentiles.Of(rounds[i].Nanoseconds, 1e6), Percentiles.Of(rounds[i].Processor, 1e6));
            var bytes = Percentiles.Of(rounds[i].Bytes, 1e3).P50;
            var hits = (int)Percentiles.Of(rounds[i].Hits.Select(h => (long)h), 1).P50;
            table.Add(engines[i].Name, clock.P50, clock.P90, clock.P99, clock.Max, processor.P50, processor.P99, bytes < 0 ? null : bytes, hits, processor.P50 / ours.P50, processor.P99 / ours.P99);
        }
        if (rounds.Any(r => r.Hits.Sum() == 0)) throw new InvalidDataException($"An engine found nothing at all on {corpus.Name}.");
    }
}
