using System.Text.Json;
using KnowledgeBase.Cli.Reports;
using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Cli;

public sealed class ReportTests
{
    private static readonly Diagnostic[] s_found =
    [
        new(DiagnosticRule.BrokenLink, "articles/errors/日本 語.ja.md", 3, 7, "The link `/a/x` leads\nnowhere\u001b[31m.", "Correct it."),
        new(DiagnosticRule.ReviewDatePassed, "glossary.yaml", 1, 1, "It was due.", "Review it."),
    ];

    [Fact(DisplayName = "A finding is one line: file, line, column, severity, rule, what is wrong, how to mend it")]
    public void Text_is_one_line_per_finding()
    {
        var lines = TextReport.Write(s_found, "content/", new()).Split(Environment.NewLine);
        Assert.Equal("content/articles/errors/日本 語.ja.md:3:7: error KB060: The link `/a/x` leads\uFFFDnowhere\uFFFD[31m. — Correct it.", lines[0]);
        Assert.Equal("content/glossary.yaml:1:1: warning KB055: It was due. — Review it.", lines[1]);
        Assert.Equal("0 articles, 0 codes, 0 guides, 0 terms: 1 error, 1 warning.", lines[2]);
    }

    [Fact]
    public void Json_has_every_finding()
    {
        var json = JsonDocument.Parse(JsonReport.Write(s_found)).RootElement;
        Assert.Equal(1, json.GetProperty("errors").GetInt32());
        Assert.Equal(1, json.GetProperty("warnings").GetInt32());
        var first = json.GetProperty("diagnostics")[0];
        Assert.Equal("KB060", first.GetProperty("rule").GetString());
        Assert.Equal("articles/errors/日本 語.ja.md", first.GetProperty("file").GetString());
        Assert.Equal(3, first.GetProperty("line").GetInt32());
        Assert.Equal("Correct it.", first.GetProperty("mend").GetString());
    }

    [Fact(DisplayName = "SARIF has the shape of version 2.1.0: rules once, results that point into them, encoded addresses")]
    public void Sarif_is_well_formed()
    {
        var sarif = JsonDocument.Parse(SarifReport.Write(s_found, "content")).RootElement;
        Assert.Equal("2.1.0", sarif.GetProperty("version").GetString());
        var run = Assert.Single(sarif.GetProperty("runs").EnumerateArray());
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(DiagnosticRule.All.Select(r => r.Id), rules.Select(r => r.GetProperty("id").GetString()));
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(2, results.Count);
        Assert.All(results, r => Assert.Equal(r.GetProperty("ruleId").GetString(), rules[r.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        Assert.Equal(["error", "warning"], results.Select(r => r.GetProperty("level").GetString()));
        var place = results[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        var uri = place.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        Assert.True(Uri.IsWellFormedUriString(uri, UriKind.Relative), uri);
        Assert.Equal((3, 7), (place.GetProperty("region").GetProperty("startLine").GetInt32(), place.GetProperty("region").GetProperty("startColumn").GetInt32()));
    }

    [Fact(DisplayName = "T11: docs/diagnostics.md lists every rule as it is now")]
    public void The_page_of_rules_is_current() => Assert.Equal(Repository.Read("docs/diagnostics.md"), RuleList.Markdown());
}
