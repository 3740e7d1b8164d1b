using System.Text.RegularExpressions;
using KnowledgeBase.Site;

namespace KnowledgeBase.Tests.Rules;

/// <summary>T11 (settings), T12: documents are true.</summary>
public sealed partial class DocumentTests
{
    [Fact(DisplayName = "T11: every setting is a row of README's table, and every row a setting")]
    public void SettingsAreDocumented()
    {
        var keys = Keys(typeof(SiteOptions), "").Order().ToList();
        var rows = SettingRow.Matches(Repository.Read("README.md")).Select(m => m.Groups[1].Value).Order().ToList();
        Assert.NotEmpty(rows);
        Assert.Equal(keys, rows);
    }

    [Fact(DisplayName = "T12: every path that the documents name exists")]
    public void NamedPathsExist()
    {
        var documents = new[] { "README.md", "CONTRIBUTING.md", "docs/ARCHITECTURE.md" }.Concat(Repository.Files("docs/decisions", ".md"));
        var missing =
            from document in documents
            from Match match in NamedPath.Matches(Repository.Read(document))
            let path = match.Groups[1].Value.TrimEnd('/', '.')
            where !path.Contains('<') && !path.Contains('*') && !path.Contains('…')
            where !File.Exists(Repository.At(path)) && !Directory.Exists(Repository.At(path))
            select $"{document}: {path}";
        Assert.Empty(missing.Distinct());
    }

    [Fact(DisplayName = "README opens with the command that runs the site and the one that runs every test")]
    public void ReadmeOpensWithTwoCommands()
    {
        var head = string.Join('\n', Repository.Read("README.md").Split('\n').Take(25));
        Assert.Contains("dotnet run --project src/KnowledgeBase.Web", head);
        Assert.Contains("./tests/run.sh", head);
        Assert.Contains("./tests/run.sh", Repository.Read(".ci/run"));
    }

    private static IEnumerable<string> Keys(Type type, string prefix) => type.GetProperties().Where(p => !p.GetMethod!.IsStatic).SelectMany(p =>
        p.PropertyType.Namespace == type.Namespace && p.PropertyType.IsClass ? Keys(p.PropertyType, prefix + p.Name + ":") : [prefix + p.Name]);

    [GeneratedRegex(@"^\| `KnowledgeBase:([\w:]+)` \|", RegexOptions.Multiline)]
    private static partial Regex SettingRow { get; }

    [GeneratedRegex(@"`((?:src|tests|docs|content|wwwroot|\.ci)/[^`\s]*)`")]
    private static partial Regex NamedPath { get; }
}
