using System.Text.RegularExpressions;

namespace KnowledgeBase.Content.Importing;

/// <summary>Values in a tag or shortcode: `name="value"`, `name='value'`, `name={"value"}`, `name=value`.</summary>
internal static class ImportTag
{
    private const string Values = """\s*=\s*(?:"([^"]*)"|'([^']*)'|\{(?:require\()?["']([^"']*)["'][^}]*\}|([^\s"'>{}]+))""";

    /// <param name="name">Letters only.</param>
    public static string? Attribute(string tag, string name)
    {
        var match = Regex.Match(tag, $"(?:^|[\\s(\"']){name}" + Values, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromMilliseconds(500));
        return match.Success ? match.Groups.Cast<Group>().Skip(1).First(g => g.Success).Value : null;
    }
}
