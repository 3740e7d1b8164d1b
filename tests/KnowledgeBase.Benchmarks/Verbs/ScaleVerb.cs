using System.CommandLine;
using KnowledgeBase.Benchmarks.Corpora;
using KnowledgeBase.Benchmarks.Reports;

namespace KnowledgeBase.Benchmarks.Verbs;

/// <summary>`scale`: how cost grows with the number of sections, as a table and as a picture.</summary>
internal static class ScaleVerb
{
    private static readonly int[] s_sizes = [1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000];

    public static Command Create()
    {
        var most = Words.Number("--most", 1_000_000, "Largest number of sections.");
        var rounds = Words.Number("--rounds", 3, "How often every query is asked; each counts by its median.");
        var plot = new Option<string?>("--plot") { Description = "File for the picture (SVG)." };
        return Words.Command("scale", "Build time, size and latency from 1,000 to 1,000,000 sections.", (words, corpus) =>
            Run(corpus, words.GetValue<string>("--set")!, [.. s_sizes.Where(s => s <= words.GetValue(most))], words.GetValue(rounds), words.GetValue(plot)), most, rounds, plot);
    }

    public static Report Run(Corpus source, string set, IReadOnlyList<int> sizes, int rounds, string? plot)
    {
        var report = new Report($"scale: sentences of {source.Name} recombined, top 10 with snippets, processor time of the asking thread, median of {rounds} rounds");
        var table = report.Table("Growth", "sections", "build s", "packed MB", "heap bytes per section", "p50 ms", "p90 ms", "p99 ms", "max ms", "kB allocated (median)", "slowest query");
        var points = new List<ScalePoint>();
        foreach (var size in sizes)
        {
            var p = ScaleOneVerb.Child(set, size, rounds);
            points.Add(p);
            table.Add(p.Sections, p.BuildSeconds, p.PackedBytes / 1e6, p.HeapBytes / (double)p.Sections, p.Milliseconds.P50, p.Milliseconds.P90, p.Milliseconds.P99, p.Milliseconds.Max, p.AllocatedKilobytes, p.Slowest.Length > 40 ? p.Slowest[..40] + "…" : p.Slowest);
        }
        if (plot is not null) File.WriteAllText(plot, Picture(points));
        return report;
    }

    private static string Picture(List<ScalePoint> points)
    {
        return SvgPlot.Draw("How search grows with the number of sections", "sections",
        [
            new("Query, ms", [Line("slowest", p => p.Milliseconds.Max), Line("p99", p => p.Milliseconds.P99), Line("median", p => p.Milliseconds.P50)]),
            new("Build, s", [Line("all cores", p => p.BuildSeconds)]),
            new("Index, MB", [Line("in memory", p => p.HeapBytes / 1e6), Line("packed lists", p => p.PackedBytes / 1e6)]),
        ]);

        PlotLine Line(string name, Func<ScalePoint, double> value) => new(name, [.. points.Select(p => ((double)p.Sections, value(p)))]);
    }
}
