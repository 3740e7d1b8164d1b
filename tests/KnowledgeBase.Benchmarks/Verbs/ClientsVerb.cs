using System.CommandLine;
using KnowledgeBase.Benchmarks.Corpora;
using KnowledgeBase.Benchmarks.Engines;
using KnowledgeBase.Benchmarks.Measuring;
using KnowledgeBase.Benchmarks.Reports;
using KnowledgeBase.Search;
using Timer = KnowledgeBase.Benchmarks.Measuring.Timer;

namespace KnowledgeBase.Benchmarks.Verbs;

/// <summary>`clients`: latency of several readers at once, while the index is quiet and while it is rebuilt.</summary>
internal static class ClientsVerb
{
    private static readonly int[] s_clients = [1, 2, 4];

    public static Command Create()
    {
        var seconds = Words.Number("--seconds", 5, "How long each combination runs.");
        return Words.Command("clients", "Latency at 1, 2 and 4 parallel clients, quiet and during rebuilds.", (words, corpus) => Run(corpus, TimeSpan.FromSeconds(words.GetValue(seconds))), seconds);
    }

    public static Report Run(Corpus corpus, TimeSpan time)
    {
        var report = new Report($"clients: {corpus.Name}, {corpus.Sections:N0} sections, top 10 with snippets, {time.TotalSeconds:F0} s each");
        var table = report.Table("Parallel clients", "clients", "rebuilding", "queries per second", "p50 ms", "p90 ms", "p99 ms", "max ms", "rebuilds");
        var engine = new OwnEngine(corpus);
        engine.Build(Environment.ProcessorCount, stored: true);
        engine.Ask(10, snippets: true);
        foreach (var rebuilding in new[] { false, true })
        {
            foreach (var clients in s_clients)
            {
                var (latencies, rebuilds) = Measure(corpus, engine.Index, clients, rebuilding, time);
                var spread = Percentiles.Of(latencies, 1e6);
                table.Add(clients, rebuilding ? "yes" : "no", latencies.Count / time.TotalSeconds, spread.P50, spread.P90, spread.P99, spread.Max, rebuilds);
            }
        }
        return report;
    }

    // Readers take the current index once per query, as the site does; the builder swaps it.
    private static (List<long> Latencies, int Rebuilds) Measure(Corpus corpus, SearchIndex first, int clients, bool rebuilding, TimeSpan time)
    {
        var current = first;
        var rebuilds = 0;
        var timer = new Timer();
        var builder = new Thread(() =>
        {
            for (; rebuilding && timer.Elapsed < time; rebuilds++) Volatile.Write(ref current, SearchIndexBuilder.Build(corpus.Documents));
        });
        var latencies = Enumerable.Range(0, clients).Select(_ => new List<long>()).ToList();
        var readers = latencies.Select((mine, client) => new Thread(() =>
        {
            for (var i = client * 7919; timer.Elapsed < time; i++)
            {
                var one = new Timer();
                Volatile.Read(ref current).Search(new SearchRequest(corpus.Queries[i % corpus.Queries.Count], corpus.Locale));
                mine.Add(one.Nanoseconds);
            }
        })).ToList();
        List<Thread> all = [builder, .. readers];
        all.ForEach(t => t.Start());
        all.ForEach(t => t.Join());
        return ([.. latencies.SelectMany(l => l)], rebuilds);
    }
}
