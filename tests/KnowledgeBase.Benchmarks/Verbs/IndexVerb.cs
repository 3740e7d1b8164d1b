using System.CommandLine;
using KnowledgeBase.Benchmarks.Corpora;
using KnowledgeBase.Benchmarks.Engines;
using KnowledgeBase.Benchmarks.Reports;

namespace KnowledgeBase.Benchmarks.Verbs;

/// <summary>`index`: how fast documents are indexed, on one core and on all, and what the index takes.</summary>
internal static class IndexVerb
{
    public static Command Create()
    {
        var rounds = Words.Number("--rounds", 5, "How often the index is built in each process; the median counts, after one for warm-up.");
        var alone = Words.Flag("--alone", "Without the peers.");
        return Words.Command("index", "Documents indexed per second, bytes, memory per section, beside Lucene 8 and SQLite.", (words, corpus) =>
            Run(corpus.WithQueries(10), words.GetValue<string>("--set")!, words.GetValue(rounds), !words.GetValue(alone)), rounds, alone);
    }

    public static Report Run(Corpus corpus, string set, int rounds, bool peers)
    {
        var report = new Report($"index: {corpus.Name}, {corpus.Sections:N0} sections, {corpus.Characters / 1e6:F1} M characters, median of {rounds} builds");
        var table = report.Table("Indexing", "engine", "cores", "sections per second", "sections per second of processor time", "index MB", "its rate : ours");
        foreach (var cores in new[] { 1, Environment.ProcessorCount }.Distinct())
        {
            var own = OwnBuildVerb.Child(set, cores, rounds);
            var (ours, _) = Rates(corpus, own.Build);
            Row(table, corpus, "ours", cores, own.Build, ours);
            if (!peers) continue;
            foreach (var engine in Peers.Lucene(corpus, report, cores).Concat(cores == 1 ? [new SqliteEngine(corpus)] : []))
            {
                Row(table, corpus, engine.Name, cores, Median(engine, cores, rounds), ours);
                engine.Dispose();
            }
        }
        var memory = OwnBuildVerb.Child(set, 0, 1);
        var kept = report.Table("Memory", "what", "MB", "bytes per section");
        kept.Add("the documents' texts", memory.TextBytes / 1e6, memory.TextBytes / (double)corpus.Sections);
        kept.Add("the index beside them", memory.IndexBytes / 1e6, memory.IndexBytes / (double)corpus.Sections);
        kept.Add("of it packed lists", memory.Build.Bytes / 1e6, memory.Build.Bytes / (double)corpus.Sections);
        return report;
    }

    /// <summary>One build to warm up, then the median.</summary>
    public static BuildFigures Median(IEngine engine, int threads, int rounds)
    {
        engine.Build(threads, stored: false);
        var builds = Enumerable.Range(0, rounds).Select(_ => engine.Build(threads, stored: false)).ToList();
        return new(Middle(builds.Select(b => b.Wall)), Middle(builds.Select(b => b.Cpu)), builds[^1].Bytes);

        static TimeSpan Middle(IEnumerable<TimeSpan> times) => times.Order().ElementAt(times.Count() / 2);
    }

    private static (double Wall, double Cpu) Rates(Corpus corpus, BuildFigures build) =>
        (corpus.Sections / build.Wall.TotalSeconds, corpus.Sections / build.Cpu.TotalSeconds);

    private static void Row(ResultTable table, Corpus corpus, string name, int cores, BuildFigures build, double ours)
    {
        var (wall, cpu) = Rates(corpus, build);
        table.Add(name, cores, wall, cpu, build.Bytes / 1e6, wall / ours);
    }
}
