using System.Globalization;
using System.Text;
using KnowledgeBase.Content.Importing;

namespace KnowledgeBase.Cli.Reports;

/// <summary>What an import made, and what it did not understand.</summary>
internal static class ImportReport
{
    private const int MostOfAKind = 12;

    public static string Text(ImportResult result, double seconds)
    {
        var text = new StringBuilder();
        foreach (var kind in result.Findings.GroupBy(f => f.Kind))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{kind.Key}: {kind.Sum(f => f.Times)}, {kind.Count()} different");
            foreach (var found in kind.Take(MostOfAKind)) text.AppendLine(CultureInfo.InvariantCulture, $"{found.Times,7}  {found.What}  ({found.First})");
            if (kind.Count() > MostOfAKind) text.AppendLine(CultureInfo.InvariantCulture, $"{"",7}  … {kind.Count() - MostOfAKind} more; --json lists all");
        }

        var pages = string.Join(", ", result.Pages.Select(p => $"{p.Value} {p.Key}"));
        return text.AppendLine(CultureInfo.InvariantCulture, $"{result.Kind}: {result.Pages.Values.Sum()} pages ({pages}), {result.Pictures.Count} pictures, {seconds:0.0} s; not understood: {result.Findings.Sum(f => f.Times)}.").ToString();
    }

    public static string Json(ImportResult result, double seconds) => ReportJson.Write(new
    {
        kind = result.Kind.ToString(), result.Pages, pictures = result.Pictures.Count, seconds = Math.Round(seconds, 1),
        notUnderstood = result.Findings.Select(f => new { f.Kind, f.What, f.Times, f.First }),
    });
}
