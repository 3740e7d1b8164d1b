using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Benchmarks.Corpora;
using KnowledgeBase.Benchmarks.Engines;
using KnowledgeBase.Benchmarks.Measuring;
using KnowledgeBase.Benchmarks.Reports;
using KnowledgeBase.Content;
using KnowledgeBase.Search;
using Timer = KnowledgeBase.Benchmarks.Measuring.Timer;

namespace KnowledgeBase.Benchmarks.Verbs;

/// <summary>`update`: from one changed article to an index that finds the change.</summary>
internal static class UpdateVerb
{
    private const int PartsOfPage = 4;

    public static Command Create()
    {
        var articles = Words.Number("--articles", 10_000, "Articles of four sections each.");
        var changes = Words.Number("--changes", 20, "Articles that change, one after the other.");
        var alone = Words.Flag("--alone", "Without the peer.");
        return Words.Command("update", "Incremental rebuild after one changed article, beside Lucene's update of one document.", (words, corpus) =>
            Run(corpus, words.GetValue(articles), words.GetValue(changes), !words.GetValue(alone)), articles, changes, alone);
    }

    public static Report Run(Corpus source, int articles, int changes, bool peers)
    {
        var corpus = ScaleOneVerb.Grow(source, articles * PartsOfPage).WithQueries(1);
        var report = new Report($"update: {articles:N0} articles, {corpus.Sections:N0} sections of {source.Name} recombined, {changes} changes one after the other");
        var table = report.Table("One change", "engine", "median ms", "p90 ms", "worst ms", "processor median ms", "index from nothing, s", "its median : ours");
        var (build, ours, worked) = Own(corpus, changes);
        var spread = Percentiles.Of(ours, 1e6);
        table.Add("ours, one article", spread.P50, spread.P90, spread.Max, Percentiles.Of(worked, 1e6).P50, build.TotalSeconds, 1.0);
        if (!peers) return report;
        if (LuceneEngine.Missing() is { } missing)
        {
            report.Note("Lucene was not measured: " + missing);
            return report;
        }
        using var lucene = new LuceneEngine(corpus.Locale == Locale.Ja ? "ja" : "en", corpus);
        var whole = lucene.Build(1, stored: true);
        lucene.Update(changes);
        var theirs = Percentiles.Of(lucene.Update(changes), 1e6);
        table.Add(lucene.Name + ", one section", theirs.P50, theirs.P90, theirs.Max, null, whole.Wall.TotalSeconds, theirs.P50 / spread.P50);
        return report;
    }

    private static (TimeSpan Build, long[] Changes, long[] Processor) Own(Corpus corpus, int changes)
    {
        var documents = corpus.Documents.ToList();
        var timer = new Timer();
        var index = SearchIndexBuilder.Build(documents);
        var build = timer.Elapsed;
        var (times, worked) = (new List<long>(), new List<long>());
        // The first two changes warm up.
        for (var i = 0; i < changes + 2; i++)
        {
            var page = (int)((long)i * documents.Count / (changes + 2));
            var word = string.Create(CultureInfo.InvariantCulture, $"qzx{i:D4}change");
            var last = documents[page].Parts[^1];
            documents[page] = documents[page] with { Parts = [.. documents[page].Parts.SkipLast(1), new(last.Anchor, last.Heading, last.Text + "\n" + word) { Keywords = last.Keywords, Weight = last.Weight }] };
            var (one, before) = (new Timer(), Environment.CpuUsage.TotalTime);
            index = SearchIndexBuilder.Build(documents, before: index);
            var hits = index.Search(new SearchRequest(word, corpus.Locale)).Hits;
            if (i >= 2)
            {
                times.Add(one.Nanoseconds);
                worked.Add((long)(Environment.CpuUsage.TotalTime - before).TotalNanoseconds);
            }
            if (hits.Count == 0 || hits[0].Id != documents[page].Id) throw new InvalidDataException($"The change of {documents[page].Id} is not found.");
        }
        return (build, [.. times], [.. worked]);
    }
}
