using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content;

/// <summary>`redirects.yaml` → old address to new address, both of this site.</summary>
internal static class RedirectParser
{
    public static Redirects Parse(string path, string text, ICollection<Diagnostic> diagnostics)
    {
        if (YamlDocument.ParseMap(text, path, 0, diagnostics) is not { } map) return Redirects.None;
        var targets = new Dictionary<string, string>();
        var lines = new Dictionary<string, int>();
        foreach (var (key, value) in map.Entries)
        {
            if (value.Text() is not { } to || !IsPath(key, key.Value) || !IsPath(value, to)) continue;
            targets[key.Value] = to;
            lines[key.Value] = key.Line;
        }
        return new(targets) { Lines = lines };
    }

    // `//host` and `/\host` leave the site in a browser.
    private static bool IsPath(YamlNode place, string text)
    {
        if (text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal) && !text.Contains('\\', StringComparison.Ordinal) && !text.Any(char.IsControl)) return true;
        place.Report(DiagnosticRule.BadValue, $"`{YamlNode.Cut(text)}` is no address of this site.", "Write a path without the language, like /articles/slug.");
        return false;
    }
}
