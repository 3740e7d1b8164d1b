using KnowledgeBase.Content;

namespace KnowledgeBase.Cli.Reports;

/// <summary>`{"errors", "warnings", "diagnostics": [{"rule", "severity", "file", "line", "column", "message", "mend"}]}`; files are
/// relative to the content folder.</summary>
internal static class JsonReport
{
    public static string Write(IReadOnlyList<Diagnostic> found) => ReportJson.Write(new
    {
        errors = found.Count(d => d.Severity == Severity.Error),
        warnings = found.Count(d => d.Severity == Severity.Warning),
        diagnostics = found.Select(d => new { rule = d.Rule.Id, severity = TextReport.Word(d.Severity), d.File, d.Line, d.Column, d.Message, d.Mend }),
    });
}
