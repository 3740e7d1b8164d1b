using KnowledgeBase.Content;

namespace KnowledgeBase.Cli.Reports;

/// <summary>SARIF 2.1.0, for build servers that show findings beside the changed lines.</summary>
internal static class SarifReport
{
    public static string Write(IReadOnlyList<Diagnostic> found, string folder)
    {
        var rules = DiagnosticRule.All.Select((rule, at) => (rule, at)).ToDictionary(r => r.rule, r => r.at);
        return ReportJson.Write(new Dictionary<string, object>
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new[]
            {
                new
                {
                    tool = new { driver = new { name = "kb", rules = rules.Keys.Select(Rule) } },
                    columnKind = "utf16CodeUnits",
                    results = found.Select(d => Result(d, rules[d.Rule], folder)),
                },
            },
        });
    }

    private static object Rule(DiagnosticRule rule) => new
    {
        id = rule.Id,
        shortDescription = new { text = rule.Meaning },
        defaultConfiguration = new { level = TextReport.Word(rule.Severity) },
    };

    private static object Result(Diagnostic d, int rule, string folder) => new
    {
        ruleId = d.Rule.Id,
        ruleIndex = rule,
        level = TextReport.Word(d.Severity),
        message = new { text = $"{d.Message} {d.Mend}" },
        locations = new[]
        {
            new
            {
                physicalLocation = new
                {
                    artifactLocation = new { uri = string.Join('/', TextReport.PathOf(folder, d).Split('/').Select(Uri.EscapeDataString)) },
                    region = new { startLine = d.Line, startColumn = d.Column },
                },
            },
        },
    };
}
