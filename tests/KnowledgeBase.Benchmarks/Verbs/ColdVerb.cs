using System.CommandLine;
using KnowledgeBase.Benchmarks.Corpora;
using KnowledgeBase.Benchmarks.Engines;
using KnowledgeBase.Benchmarks.Measuring;
using KnowledgeBase.Benchmarks.Reports;
using KnowledgeBase.Content;
using Timer = KnowledgeBase.Benchmarks.Measuring.Timer;

namespace KnowledgeBase.Benchmarks.Verbs;

/// <summary>`cold`: from the start of a process to its first hits.</summary>
internal static class ColdVerb
{
    public static Command Create()
    {
        var sections = new Option<int[]>("--sections") { Description = "Sections, several sizes one after the other.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [10_000, 100_000] };
        var rounds = Words.Number("--rounds", 7, "How often each process is started.");
        var alone = Words.Flag("--alone", "Without the peer.");
        return Words.Command("cold", "Time from the start of a process to its first hits, beside Lucene from its saved index.", (words, corpus) =>
            Run(corpus, words.GetValue(sections)!, words.GetValue(rounds), !words.GetValue(alone)), sections, rounds, alone);
    }

    public static Report Run(Corpus source, IReadOnlyList<int> sizes, int rounds, bool peers)
    {
        var report = new Report($"cold: sentences of {source.Name} recombined, top 10 with snippets, {rounds} starts each");
        var table = report.Table("Start of the process to the first hits", "engine", "sections", "MB on disk", "median s", "best s", "its median : ours");
        foreach (var size in sizes)
        {
            var corpus = ScaleOneVerb.Grow(source, size);
            var folder = Directory.CreateTempSubdirectory("cold-bench");
            try
            {
                Measure(report, table, corpus, folder.FullName, rounds, peers);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
        return report;
    }

    private static void Measure(Report report, ResultTable table, Corpus corpus, string folder, int rounds, bool peers)
    {
        var texts = Path.Combine(folder, "texts.tsv");
        PlainTexts.Write(texts, corpus);
        var query = Beginning(corpus.Documents[0].Parts[0].Text);
        string[] command = [.. ChildProcess.SelfCommand, "first-hits", "--texts", texts, "--query", query];
        var saved = Path.Combine(folder, "saved.index");
        var starts = Starts(rounds, [.. command, "--index", saved]);
        var ours = Row(table, "ours, saved index and texts", corpus, new FileInfo(saved).Length + new FileInfo(texts).Length, starts, null);
        report.Note($"{corpus.Sections:N0} sections: the saved index takes {new FileInfo(saved).Length / 1e6:F2} MB, the texts {new FileInfo(texts).Length / 1e6:F2} MB.");
        Row(table, "ours, texts read and indexed", corpus, new FileInfo(texts).Length, Starts(Math.Min(rounds, 3), command), ours);
        if (!peers) return;
        if (LuceneEngine.Missing() is { } missing)
        {
            report.Note("Lucene was not measured: " + missing);
            return;
        }
        using var lucene = new LuceneEngine(corpus.Locale == Locale.Ja ? "ja" : "en", corpus);
        lucene.Build(Environment.ProcessorCount, stored: true);
        var (bytes, peer) = lucene.Save(query);
        Row(table, lucene.Name + ", saved index", corpus, bytes, Starts(rounds, peer), ours);
    }

    // What stands in a section is found whatever the collection; a query of the set need not be, in a small one.
    private static string Beginning(string text) => string.Concat(text.ReplaceLineEndings(" ").EnumerateRunes().Take(20));

    private static double Row(ResultTable table, string name, Corpus corpus, long bytes, List<TimeSpan> starts, double? ours)
    {
        var median = starts[starts.Count / 2].TotalSeconds;
        table.Add(name, corpus.Sections, bytes / 1e6, median, starts[0].TotalSeconds, median / (ours ?? median));
        return median;
    }

    // One start before, so that every file is in memory: a first start after a reboot is the disk's figure.
    private static List<TimeSpan> Starts(int rounds, IReadOnlyList<string> command)
    {
        Start(command);
        return [.. Enumerable.Range(0, rounds).Select(_ => Start(command)).Order()];
    }

    private static TimeSpan Start(IReadOnlyList<string> command)
    {
        var timer = new Timer();
        using var process = ChildProcess.Start(0, command);
        var line = process.StandardOutput.ReadLine();
        var taken = timer.Elapsed;
        process.StandardInput.Close();
        process.WaitForExit();
        return string.IsNullOrEmpty(line) || process.ExitCode != 0 ? throw new InvalidOperationException($"{string.Join(' ', command)} gave no hits.") : taken;
    }
}
