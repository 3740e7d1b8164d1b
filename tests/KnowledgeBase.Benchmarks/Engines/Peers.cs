using KnowledgeBase.Benchmarks.Corpora;
using KnowledgeBase.Benchmarks.Reports;
using KnowledgeBase.Content;

namespace KnowledgeBase.Benchmarks.Engines;

/// <summary>The peers that a corpus's language asks for and that can run here; a missing one is said, not passed over.</summary>
internal static class Peers
{
    public static IEnumerable<IEngine> Lucene(Corpus corpus, Report report, int cores = 0)
    {
        if (LuceneEngine.Missing() is { } missing)
        {
            report.Note("Lucene was not measured: " + missing);
            return [];
        }
        string[] japanese = corpus.Has(Locale.Ja) ? ["ja", "cjk", "ja+cjk"] : [];
        string[] english = corpus.Has(Locale.En) ? ["en"] : [];
        return [.. japanese.Concat(english).Select(a => new LuceneEngine(a, corpus, cores))];
    }
}
