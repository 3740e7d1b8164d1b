using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace KnowledgeBase.Tests.Rules;

/// <summary>T9, T10: small files, one type each.</summary>
public sealed partial class ShapeTests
{
    private static readonly string[] s_endings = ["Manager", "Helper", "Util", "Utils", "Processor", "Base", "Impl"];

    private static readonly Assembly[] s_assemblies =
    [
        typeof(KnowledgeBase.Content.Locale).Assembly, typeof(KnowledgeBase.Search.SearchIndex).Assembly, typeof(KnowledgeBase.Site.SiteSnapshot).Assembly,
        typeof(KnowledgeBase.Postgres.PostgresStorage).Assembly, typeof(KnowledgeBase.Web.Urls).Assembly,
    ];

    private static IEnumerable<Type> Types => s_assemblies.SelectMany(a => a.GetTypes())
        .Where(t => t.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !t.Name.Contains('<') && t.Name != "_Imports" && t.Namespace?.StartsWith("KnowledgeBase") == true)
        .Where(t => !t.FullName!.Contains("__") && t.Namespace?.Contains("Generated") != true);

    [Fact(DisplayName = "T9: every class is sealed, abstract or static")]
    public void ClassesAreClosed() =>
        Assert.Empty(Types.Where(t => t.IsClass && !t.IsSealed && !t.IsAbstract && !typeof(IComponent).IsAssignableFrom(t) && t.Name != "_Imports").Select(t => t.FullName));

    [Fact(DisplayName = "T9: no type hides behind an empty word")]
    public void NamesSayWhatThingsAre() =>
        Assert.Empty(Types.Where(t => s_endings.Any(e => t.Name.EndsWith(e, StringComparison.Ordinal))).Select(t => t.FullName));

    [Fact(DisplayName = "T9: one top-level type per file, and the file carries its name")]
    public void FilesCarryTheirTypesName()
    {
        foreach (var (path, text) in Sources.All.Where(s => s.Path.EndsWith(".cs") && !s.Path.EndsWith("/Program.cs")))
        {
            var types = TopLevelType.Matches(text).Select(m => m.Groups["name"].Value).Distinct().ToList();
            if (types.Count == 0) continue;
            Assert.True(types.Count == 1, $"{path} holds {string.Join(", ", types)}: one top-level type per file.");
            var name = Path.GetFileNameWithoutExtension(path);
            if (name.EndsWith(".razor", StringComparison.Ordinal)) name = name[..^6];
            Assert.True(name == types[0] || name.StartsWith(types[0] + ".", StringComparison.Ordinal), $"{path} holds {types[0]}: name the file after it.");
        }
    }

    [Fact(DisplayName = "T10: no C# file over 400 lines, no component over 200; median at most 60, nine of ten at most 200")]
    public void FilesAreSmall()
    {
        var sizes = Repository.Files("src", ".cs", ".razor").Select(f => (f, Lines: File.ReadAllLines(Repository.At(f)).Length)).ToList();
        Assert.Empty(sizes.Where(s => s.Lines > (s.f.EndsWith(".razor") ? 200 : 400)));
        var ordered = sizes.Where(s => s.f.EndsWith(".cs")).Select(s => s.Lines).Order().ToList();
        Assert.InRange(ordered[ordered.Count / 2], 0, 60);
        Assert.InRange(ordered[(int)(ordered.Count * 0.9)], 0, 200);
    }

    [Fact(DisplayName = "T10: no constructor takes more than six parameters")]
    public void ConstructorsAreShort() => Assert.Empty(Types.Where(t => t.IsClass)
        .SelectMany(t => t.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
        .Where(c => c.GetParameters().Length > 6).Select(c => $"{c.DeclaringType} ({c.GetParameters().Length})"));

    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|static|abstract|readonly|partial|ref|unsafe)\s+)*(?:record\s+struct|record\s+class|class|record|struct|enum|interface)\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType { get; }
}
