using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using KnowledgeBase.Benchmarks.Corpora;
using KnowledgeBase.Benchmarks.Engines;
using KnowledgeBase.Benchmarks.Measuring;

namespace KnowledgeBase.Benchmarks.Verbs;

/// <summary>`scale-one`: a child of `scale`, one size in a process of its own.</summary>
internal static class ScaleOneVerb
{
    private const int SetQueries = 400;
    private const int Codes = 50;
    private const int Words = 50;

    public static Command Create()
    {
        var (set, sections, rounds) = (Verbs.Words.Set(), Verbs.Words.Number("--sections", 1000, "Sections to make."), Verbs.Words.Number("--rounds", 3, "How often every query is asked."));
        var command = new Command("scale-one", "Measures one size and prints it as JSON; `scale` starts it.") { set, sections, rounds };
        command.Hidden = true;
        command.SetAction(words =>
        {
            var point = Run(Corpus.Read(words.GetValue(set)!), words.GetValue(sections), words.GetValue(rounds));
            words.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(point));
        });
        return command;
    }

    public static ScalePoint Child(string set, int sections, int rounds) => JsonSerializer.Deserialize<ScalePoint>(ChildProcess.Self(
        0, "scale-one", "--set", set, "--sections", sections.ToString(CultureInfo.InvariantCulture), "--rounds", rounds.ToString(CultureInfo.InvariantCulture)))!;

    private static ScalePoint Run(Corpus source, int sections, int rounds)
    {
        var corpus = Grow(source, sections);
        // A small build first, so that compiling the builder is not what 1,000 sections are measured by.
        new OwnEngine(corpus with { Documents = [.. corpus.Documents.Take(250)] }).Build(0, stored: true);
        var texts = GC.GetTotalMemory(forceFullCollection: true);
        var engine = new OwnEngine(corpus);
        var build = engine.Build(0, stored: true);
        var heap = GC.GetTotalMemory(forceFullCollection: true) - texts;
        var round = LatencyRun.Measure([engine], 10, snippets: true, rounds, TimeSpan.FromSeconds(2))[0];
        var slowest = Array.IndexOf(round.Processor, round.Processor.Max());
        return new(corpus.Sections, build.Wall.TotalSeconds, build.Bytes, heap, Percentiles.Of(round.Processor, 1e6), Percentiles.Of(round.Bytes, 1e3).P50, corpus.Queries[slowest]);
    }

    /// <summary>The set's sentences recombined, asked with its queries, with codes and with single words.</summary>
    public static Corpus Grow(Corpus source, int sections)
    {
        var pool = new SentencePool(source.Documents);
        var few = source.WithQueries(SetQueries);
        return new(source.Name, new SyntheticCorpus(pool, source.Locale, seed: 20261121).Pages(sections),
        [
            .. few.Queries,
            .. Enumerable.Range(0, Codes).Select(i => SyntheticCorpus.Code(i * 7)),
            .. Enumerable.Range(0, Words).Select(i => pool.Words[(int)((long)i * pool.Words.Count / Words)]),
        ]);
    }
}
