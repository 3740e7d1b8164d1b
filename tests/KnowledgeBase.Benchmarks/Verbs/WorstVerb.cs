using System.CommandLine;
using KnowledgeBase.Benchmarks.Corpora;
using KnowledgeBase.Benchmarks.Engines;
using KnowledgeBase.Benchmarks.Measuring;
using KnowledgeBase.Benchmarks.Reports;
using KnowledgeBase.Search;

namespace KnowledgeBase.Benchmarks.Verbs;

/// <summary>`worst`: what the nastiest inputs cost at 100,000 sections. The goal is 50 ms of one core for any of them.</summary>
internal static class WorstVerb
{
    public const double GoalMilliseconds = 50;
    private const int Shown = 12;

    public static Command Create()
    {
        var sections = Words.Number("--sections", 100_000, "Sections to search.");
        var rounds = Words.Number("--rounds", 5, "How often every input is asked.");
        var hostile = new Option<string?>("--hostile") { Description = "Folder with naughty strings (*.jsonl with a field `string`, `text` or `input`)." };
        return Words.Command("worst", "Time of one core for hostile inputs.", (words, corpus) =>
            Run(corpus, words.GetValue(sections), words.GetValue(rounds), words.GetValue(hostile)), sections, rounds, hostile);
    }

    public static Report Run(Corpus source, int sections, int rounds, string? hostile)
    {
        var corpus = ScaleOneVerb.Grow(source, sections);
        var inputs = HostileQueries.Of(corpus, hostile);
        var engine = new OwnEngine(corpus);
        engine.Build(0, stored: true);
        engine.Ask(10, snippets: true);
        var report = new Report($"worst: {sections:N0} sections of {source.Name} recombined, {inputs.Count:N0} inputs, {rounds} times each; processor time of the asking thread");
        Fill(report.Table("Search, slowest inputs", "input", "characters", "median ms", "most ms", "first time ms", "kB allocated the first time"), inputs, rounds,
            text => engine.Index.Search(new SearchRequest(text, corpus.Locale)));
        Fill(report.Table("Suggest, slowest inputs", "input", "characters", "median ms", "most ms", "first time ms", "kB allocated the first time"), inputs, rounds,
            text => engine.Index.Suggest(text, corpus.Locale));
        return report;
    }

    private static void Fill(ResultTable table, IReadOnlyList<HostileQuery> inputs, int rounds, Action<string> ask)
    {
        var measured = inputs.Select(input =>
        {
            // What is made when first asked for is somebody's wait too.
            var (bytes, start) = (GC.GetAllocatedBytesForCurrentThread(), ThreadTime.Now());
            ask(input.Text);
            var first = (ThreadTime.Now() - start).TotalMilliseconds;
            bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            var times = Enumerable.Range(0, rounds).Select(_ =>
            {
                var before = ThreadTime.Now();
                ask(input.Text);
                return ThreadTime.Now() - before;
            }).Order().ToList();
            return (Input: input, Median: times[times.Count / 2].TotalMilliseconds, Most: times[^1].TotalMilliseconds, First: first, Bytes: bytes);
        }).OrderByDescending(m => m.Median).ToList();
        foreach (var m in measured.Take(Shown)) table.Add(m.Input.Name, m.Input.Text.Length, m.Median, m.Most, m.First, m.Bytes / 1e3);
        var over = measured.Count(m => m.Median > GoalMilliseconds);
        table.Add($"all: {over} of {measured.Count} over {GoalMilliseconds} ms", measured.Sum(m => m.Input.Text.Length), measured.Max(m => m.Median), measured.Max(m => m.Most), measured.Max(m => m.First), measured.Max(m => m.Bytes) / 1e3);
    }
}
