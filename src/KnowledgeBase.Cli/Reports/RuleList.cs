using System.Globalization;
using System.Text;
using KnowledgeBase.Content;

namespace KnowledgeBase.Cli.Reports;

/// <summary>Every rule, for the terminal and as the page docs/diagnostics.md.</summary>
internal static class RuleList
{
    public static string Text()
    {
        var text = new StringBuilder();
        foreach (var rule in DiagnosticRule.All) text.AppendLine(CultureInfo.InvariantCulture, $"{rule.Id}  {TextReport.Word(rule.Severity),-7}  {rule.Meaning}");
        return text.ToString();
    }

    public static string Markdown()
    {
        var text = new StringBuilder("""
            # What the content check finds

            `kb check content` prints one line per finding: file, line, column, severity, rule, what is wrong, how to mend it. An error
            keeps its file, or the broken part of it, off the site, or breaks a promise to readers, and fails the check; a warning does
            neither. This page is printed by `kb rules --markdown`; a test keeps it up to date.

            | rule | severity | meaning |
            |---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var rule in DiagnosticRule.All) text.Append(CultureInfo.InvariantCulture, $"| {rule.Id} | {TextReport.Word(rule.Severity)} | {rule.Meaning} |\n");
        return text.ToString();
    }
}
