using System.Diagnostics;
using KnowledgeBase.Benchmarks.Corpora;
using KnowledgeBase.Benchmarks.Measuring;
using KnowledgeBase.Search;
using Timer = KnowledgeBase.Benchmarks.Measuring.Timer;

namespace KnowledgeBase.Benchmarks.Engines;

/// <summary>The project's engine, asked as the site asks it.</summary>
internal sealed class OwnEngine(Corpus corpus) : IEngine
{
    private SearchIndex? _index;

    public string Name => "ours";

    public SearchIndex Index => _index ?? throw new InvalidOperationException("Build first.");

    public BuildFigures Build(int threads, bool stored)
    {
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var timer = new Timer();
        _index = SearchIndexBuilder.Build(corpus.Documents);
        var wall = timer.Elapsed;
        process.Refresh();
        return new(wall, process.TotalProcessorTime - cpu, _index.PackedBytes);
    }

    public Round Ask(int limit, bool snippets) =>
        Measure(corpus.Queries, q => Index.Search(new SearchRequest(q, corpus.Locale) { Limit = limit, WithSnippets = snippets }).Hits.Count);

    /// <summary>Completions for each text, one after the other.</summary>
    public Round Suggest(IReadOnlyList<string> typed) => Measure(typed, t => Index.Suggest(t, corpus.Locale).Count);

    private static Round Measure(IReadOnlyList<string> texts, Func<string, int> ask)
    {
        var round = Round.Of(texts.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var (timer, worked) = (new Timer(), ThreadTime.Now());
            round.Hits[i] = ask(texts[i]);
            (round.Nanoseconds[i], round.Processor[i]) = (timer.Nanoseconds, ThreadTime.Since(worked));
            round.Bytes[i] = GC.GetAllocatedBytesForCurrentThread() - bytes;
        }
        return round;
    }

    public void Dispose()
    {
    }
}
