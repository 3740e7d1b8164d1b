using System.Globalization;
using System.Text;
using KnowledgeBase.Site.Insights;

namespace KnowledgeBase.Cli.Reports;

/// <summary>What visitors said about pages, for people and for programs.</summary>
internal static class VoteReport
{
    public static string Text(IReadOnlyList<VoteCount> votes)
    {
        var text = new StringBuilder();
        if (votes.Count > 0) text.AppendLine("     no     yes  last");
        foreach (var v in votes)
        {
            var reasons = string.Join(", ", v.Reasons.OrderByDescending(r => r.Value).Select(r => $"{r.Key} {r.Value}"));
            text.AppendLine(CultureInfo.InvariantCulture, $"{v.Unhelpful,7} {v.Helpful,7}  {v.Last:yyyy-MM-dd}  {v.Locale}  {v.Page}@{v.Revision}{(reasons.Length == 0 ? "" : "  " + reasons)}");
            foreach (var query in v.Queries) text.AppendLine(CultureInfo.InvariantCulture, $"{"",33}searched for: {query}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"{votes.Count} texts, {votes.Sum(v => v.Helpful + v.Unhelpful)} votes.");
        return text.ToString();
    }

    public static string Json(IReadOnlyList<VoteCount> votes) => ReportJson.Write(votes.Select(v => new
    {
        v.Page, lang = v.Locale, v.Revision, v.Helpful, v.Unhelpful,
        reasons = v.Reasons.ToDictionary(r => r.Key.ToString(), r => r.Value),
        v.Queries,
        last = v.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    }));
}
