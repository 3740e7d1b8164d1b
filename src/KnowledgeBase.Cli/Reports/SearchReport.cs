using System.Globalization;
using System.Text;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli.Reports;

/// <summary>Results of a search for people and for programs.</summary>
internal static class SearchReport
{
    public static string Text(SearchResults results, Func<SearchHit, Explanation?> why)
    {
        var text = new StringBuilder();
        foreach (var read in results.ReadAs) text.AppendLine(CultureInfo.InvariantCulture, $"{read.Written} is read as {read.Code.Hex}");
        foreach (var (hit, at) in results.Hits.Select((h, i) => (h, i + 1)))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{at,3}. {hit.Score,8:0.000}  {Kind(hit)}  {hit.Locale}  {hit.Id}{(hit.Anchor is null ? "" : "#" + hit.Anchor)}  {hit.Title}");
            foreach (var (part, value) in why(hit)?.Parts ?? []) text.AppendLine(CultureInfo.InvariantCulture, $"     {value,8:0.000}  {part}");
        }
        foreach (var other in results.DidYouMean) text.AppendLine(CultureInfo.InvariantCulture, $"Did you mean {other.Text}?");
        text.AppendLine(CultureInfo.InvariantCulture, $"{results.Total} found in {results.Microseconds} µs.");
        return text.ToString();
    }

    public static string Json(SearchResults results, Func<SearchHit, Explanation?> why) => ReportJson.Write(new
    {
        results.Query,
        readAs = results.ReadAs.Select(r => new { from = r.Written, code = r.Code.Hex }),
        results.Total,
        hits = results.Hits.Select(hit => new
        {
            kind = Kind(hit),
            hit.Id,
            lang = hit.Locale.Tag,
            hit.Title,
            hit.Anchor,
            hit.Section,
            hit.Score,
            explanation = why(hit)?.Parts.Select(p => new { p.Part, p.Value }),
        }),
        didYouMean = results.DidYouMean.Select(d => d.Text),
        results.Microseconds,
    });

    private static string Kind(SearchHit hit) => hit.Kind switch
    {
        HitKind.Code => "code",
        HitKind.Article => "article",
        HitKind.Guide => "guide",
        _ => "term",
    };
}
