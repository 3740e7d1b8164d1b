using System.Globalization;
using System.Text;
using KnowledgeBase.Site.Insights;

namespace KnowledgeBase.Cli.Reports;

/// <summary>What visitors asked for, for people and for programs.</summary>
internal static class RequestReport
{
    public static string Text(IReadOnlyList<RequestCount> requests)
    {
        var text = new StringBuilder();
        foreach (var kind in requests.GroupBy(r => r.Kind).OrderBy(g => g.Key))
        {
            text.AppendLine(kind.Key == RequestKind.Code ? "Codes without a page" : "Words that found nothing");
            foreach (var r in kind) text.AppendLine(CultureInfo.InvariantCulture, $"{r.Visitors,7}  {r.Last:yyyy-MM-dd}  {string.Join(',', r.Locales),-5}  {r.Subject}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"{requests.Count} asked for, {requests.Sum(r => r.Visitors)} requests.");
        return text.ToString();
    }

    public static string Json(IReadOnlyList<RequestCount> requests) => ReportJson.Write(requests.Select(r => new
    {
        kind = r.Kind == RequestKind.Code ? "code" : "query",
        r.Subject,
        requests = r.Visitors,
        langs = r.Locales,
        first = r.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        last = r.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    }));
}
