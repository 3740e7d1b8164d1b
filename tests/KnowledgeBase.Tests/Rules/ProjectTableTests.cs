using System.Xml.Linq;

namespace KnowledgeBase.Tests.Rules;

/// <summary>T1, T2: the projects stand in one chain.</summary>
public sealed class ProjectTableTests
{
    private static readonly Dictionary<string, string[]> s_table = new()
    {
        ["Content"] = [],
        ["Search"] = ["Content"],
        ["Site"] = ["Content", "Search"],
        ["Postgres"] = ["Content", "Site"],
        ["Web"] = ["Content", "Search", "Site", "Postgres"],
        ["Cli"] = ["Content", "Search", "Site", "Postgres"],
    };

    [Fact(DisplayName = "T1: project references equal the table exactly")]
    public void ReferencesEqualTheTable()
    {
        var found = Repository.Files("src", ".csproj").ToDictionary(
            f => Path.GetFileNameWithoutExtension(f)["KnowledgeBase.".Length..],
            f => XDocument.Parse(Repository.Read(f)).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)["KnowledgeBase.".Length..]).Order().ToArray());
        Assert.Equal(s_table.Keys.Order(), found.Keys.Order());
        foreach (var (project, references) in s_table) Assert.Equal(references.Order(), found[project]);
    }

    [Fact(DisplayName = "T1: Search uses no package and every package stays private to its project")]
    public void PackagesStayPrivate()
    {
        foreach (var file in Repository.Files("src", ".csproj"))
        {
            var packages = XDocument.Parse(Repository.Read(file)).Descendants("PackageReference").ToList();
            if (file.Contains("KnowledgeBase.Search")) Assert.Empty(packages);
            if (file.Contains("KnowledgeBase.Web") || file.Contains("KnowledgeBase.Cli")) continue;
            Assert.All(packages, p => Assert.Equal("compile", p.Attribute("PrivateAssets")?.Value));
        }
    }

    [Fact(DisplayName = "T2: Npgsql is named under Postgres only, and Postgres by Web and Cli in Program.cs only")]
    public void PostgresStaysAtTheEdge()
    {
        Assert.All(Sources.All.Where(s => s.Text.Contains("Npgsql")), s => Assert.StartsWith("src/KnowledgeBase.Postgres/", s.Path));
        Assert.All(
            Sources.All.Where(s => s.Text.Contains("KnowledgeBase.Postgres") && !s.Path.StartsWith("src/KnowledgeBase.Postgres/")),
            s => Assert.EndsWith("/Program.cs", s.Path));
    }
}
