using System.Globalization;
using System.Text;
using KnowledgeBase.Content;

namespace KnowledgeBase.Cli.Reports;

/// <summary>One line per finding, in the form that editors and terminals turn into links, and a summary.</summary>
internal static class TextReport
{
    public static string Write(IReadOnlyList<Diagnostic> found, string folder, ContentSet content)
    {
        var text = new StringBuilder();
        foreach (var d in found)
            text.AppendLine(CultureInfo.InvariantCulture, $"{PathOf(folder, d)}:{d.Line}:{d.Column}: {Word(d.Severity)} {d.Rule}: {OneLine(d.Message)} — {OneLine(d.Mend)}");
        var (errors, warnings) = (found.Count(d => d.Severity == Severity.Error), found.Count(d => d.Severity == Severity.Warning));
        text.AppendLine(CultureInfo.InvariantCulture,
            $"{content.Articles.Count} articles, {content.Codes.Count} codes, {content.Guides.Count} guides, {content.Glossary.Count} terms: {Count(errors, "error")}, {Count(warnings, "warning")}.");
        return text.ToString();
    }

    public static string Word(Severity severity) => severity == Severity.Error ? "error" : "warning";

    public static string PathOf(string folder, Diagnostic d) => $"{folder.Replace('\\', '/').TrimEnd('/')}/{d.File}";

    // Texts of authors stand in messages; a line end or escape sequence would forge a line of the report.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));

    private static string Count(int n, string what) => string.Create(CultureInfo.InvariantCulture, $"{n} {what}{(n == 1 ? "" : "s")}");
}
