using System.Diagnostics.Metrics;
using KnowledgeBase.Search;

namespace KnowledgeBase.Site;

/// <summary>What the site tells about itself in numbers; nothing in them says who asked or what for.</summary>
public static class SiteMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "KnowledgeBase";

    private static readonly Meter s_meter = new(Name);

    private static readonly Histogram<double> s_search = s_meter.CreateHistogram(
        "knowledge_base.search.duration", "s", "Time a search took in the engine.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25] });

    private static readonly Counter<long> s_searches = s_meter.CreateCounter<long>("knowledge_base.searches", "{search}", "Searches, by language and by whether anything was found.");
    private static readonly Counter<long> s_steps = s_meter.CreateCounter<long>("knowledge_base.guide.steps", "{step}", "Pages of guides that were shown: their first question, a later one, or an outcome.");

    private static readonly Histogram<double> s_rebuild = s_meter.CreateHistogram(
        "knowledge_base.rebuild.duration", "s", "Time from reading a changed folder to the snapshot being live.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });

    private static readonly Counter<long> s_webhooks = s_meter.CreateCounter<long>("knowledge_base.webhooks", "{attempt}", "Attempts to deliver a webhook message, by outcome: delivered, failed or given up.");

    /// <summary>Counts a search of a reader.</summary>
    public static void Searched(SearchResults results, string language)
    {
        s_search.Record(results.Microseconds / 1e6);
        s_searches.Add(1, new KeyValuePair<string, object?>("language", language), new("found", results.Total > 0));
    }

    /// <summary>Counts a page of a guide.</summary>
    /// <param name="place">`start`, `question` or `outcome`; outcomes by starts is the share of completed checks.</param>
    public static void GuideShown(string guide, string place) => s_steps.Add(1, new KeyValuePair<string, object?>("guide", guide), new("place", place));

    public static void Rebuilt(TimeSpan took) => s_rebuild.Record(took.TotalSeconds);

    /// <param name="outcome">`delivered`, `failed` or `given up`.</param>
    public static void WebhookSent(string outcome) => s_webhooks.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>Adds what is read when somebody looks. To be called once for each site in a process.</summary>
    public static void Watch(CurrentSite site, TimeProvider clock)
    {
        if (Interlocked.Exchange(ref s_watched, new WeakReference<CurrentSite>(site)) is not null) return;
        s_meter.CreateObservableGauge("knowledge_base.content.generation", () => Live()?.Info.Generation ?? 0, "{generation}", "Snapshots published by this process.");
        s_meter.CreateObservableGauge("knowledge_base.content.articles", () => Live()?.Content.Articles.Count ?? 0, "{article}", "Articles that are live, each language counted.");
        s_meter.CreateObservableGauge("knowledge_base.content.rejected_files", () => Live()?.Info.RejectedFiles.Count ?? 0, "{file}", "Files that could not be taken.");
        s_meter.CreateObservableGauge("knowledge_base.content.age", () => Live() is { } s ? (clock.GetUtcNow() - s.Info.BuiltAt).TotalSeconds : 0, "s", "Time since the snapshot was published.");
    }

    private static WeakReference<CurrentSite>? s_watched;

    // The latest site of the process: tests start many, a server has one.
    private static SiteSnapshot? Live() => s_watched!.TryGetTarget(out var site) && site.HasSnapshot ? site.Snapshot : null;
}
