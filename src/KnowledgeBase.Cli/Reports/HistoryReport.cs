using System.Globalization;
using System.Text;
using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Cli.Reports;

/// <summary>History and translation work as lines of text.</summary>
internal static class HistoryReport
{
    private const int Context = 2;

    public static string Line(HistoryEntry entry) =>
        $"{entry.Commit[..10]}  {Day(entry.At)}  {(entry.Class?.ToString() ?? "-").ToLowerInvariant(),-5}  {entry.Author.Name,-20}  {entry.Subject}";

    public static string Section(SectionBlame section) => $"#{section.Id,-30}  {Line(section.Last!)}";

    public static string Line(TranslationTask task) =>
        $"{(task.MisleadsReaders ? "major" : task.Gap.ToString().ToLowerInvariant()),-8}  {task.TargetPath}{(task.IsReady ? "" : "  (not ready to translate)")}"
        + (task.Since.Count == 0 ? "" : $"  {task.Since.Count} change(s) since {Day(task.Since[^1].At)}: {string.Join("; ", task.Since.Select(e => e.Subject))}");

    public static string Diff(string title, TextDiff diff)
    {
        var text = new StringBuilder($"  --- {title}\n");
        foreach (var line in diff.Near(Context).Lines)
            text.Append(line.Kind switch { DiffKind.Added => "  + ", DiffKind.Removed => "  - ", DiffKind.Gap => "  …", _ => "    " }).Append(line.Text).Append('\n');
        return text.ToString();
    }

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
