namespace KnowledgeBase.Content.Yaml;

/// <summary>YAML text → nodes that know their place. Every scalar stays the text it was written as: `no`, `0123` and `12:30` too.</summary>
internal static class YamlDocument
{
    /// <summary>The root, or null with a diagnostic. Bounded in size, depth and aliases; never throws on any text.</summary>
    /// <param name="path">Of the file, relative to the content folder.</param>
    /// <param name="lineOffset">Lines of the file before the text (front matter: 1).</param>
    public static YamlNode? Parse(string text, string path, int lineOffset, ICollection<Diagnostic> diagnostics)
    {
        var source = new YamlSource(path, lineOffset, diagnostics);
        if (text.StartsWith('\uFEFF')) text = text[1..];
        if (YamlPreScan.Find(text) is { } fault)
        {
            source.Report(fault);
            return null;
        }
        return YamlTree.Read(text, source);
    }

    /// <summary>As <see cref="Parse"/>, for a text whose root has to be a map.</summary>
    public static YamlMap? ParseMap(string text, string path, int lineOffset, ICollection<Diagnostic> diagnostics) =>
        Parse(text, path, lineOffset, diagnostics)?.Map();

    /// <summary>As <see cref="Parse"/>, for a text whose root has to be a list of maps.</summary>
    public static IReadOnlyList<YamlMap> ParseMaps(string text, string path, ICollection<Diagnostic> diagnostics) =>
        Parse(text, path, 0, diagnostics)?.Maps() ?? [];
}
