using System.Text.RegularExpressions;

namespace KnowledgeBase.Tests.Rules;

/// <summary>The product's source files with comments and doc comments blanked, for rules that look at code.</summary>
internal static partial class Sources
{
    public static IReadOnlyList<(string Path, string Text)> All { get; } =
        [.. Repository.Files("src", ".cs", ".razor").Select(f => (f, LineComments.Replace(BlockComments.Replace(Repository.Read(f), ""), "")))];

    public static IEnumerable<(string Path, string Text)> In(string project) => All.Where(s => s.Path.StartsWith($"src/KnowledgeBase.{project}/"));

    [GeneratedRegex(@"@\*.*?\*@|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex BlockComments { get; }

    // Not inside an address (`https://`): a comment has a space, line start or bracket before it.
    [GeneratedRegex(@"(?<=^|[\s;{}(),])//[^\n]*", RegexOptions.Multiline)]
    private static partial Regex LineComments { get; }
}
