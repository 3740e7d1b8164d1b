using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content.Importing;

/// <summary>What the front matter of a foreign page says, whichever form it has: YAML between `---` or TOML between `+++`.</summary>
internal sealed partial record ImportFrontMatter
{
    private static readonly string[] s_ignored = ["weight", "sidebar_position", "type", "layout", "toc", "hide", "id", "keywords", "tags", "aliases", "cascade", "menu", "image", "icon", "hide_title", "hide_table_of_contents", "pagination_next", "pagination_prev", "custom_edit_url", "sidebar_custom_props"];

    public string? Title { get; private init; }

    public string? Summary { get; private init; }

    public DateOnly? Published { get; private init; }

    public DateOnly? Updated { get; private init; }

    public string? Author { get; private init; }

    /// <summary>The last part of the address that the tool was told to use; or null.</summary>
    public string? Slug { get; private init; }

    public bool IsDraft { get; private init; }

    /// <summary>The text under the front matter.</summary>
    public string Body { get; private init; } = "";

    public static ImportFrontMatter Read(string text, string path, ImportFindings findings)
    {
        if (text.StartsWith('\uFEFF')) text = text[1..];
        text = text.ReplaceLineEndings("\n");
        if (text.StartsWith("+++\n", StringComparison.Ordinal) && text.IndexOf("\n+++", 3, StringComparison.Ordinal) is var end and > 0)
        {
            var after = text.IndexOf('\n', end + 1);
            return Of(Toml(text[4..(end + 1)]), after < 0 ? "" : text[(after + 1)..], path, findings);
        }

        var parts = FrontMatterText.Split(text);
        if (parts.Yaml is null || parts.IsOpen || parts.Yaml.Split('\n').All(l => l.Length == 0 || l.StartsWith('#'))) return new() { Body = parts.Yaml is null || parts.IsOpen ? text : parts.Body };
        var faults = new List<Diagnostic>();
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in YamlDocument.ParseMap(parts.Yaml, path, 1, faults)?.Entries ?? [])
            values.TryAdd(key.Value, value is YamlText word ? word.Value : value is YamlMap map && map.Text("date") is { } date ? date : value is YamlList list ? string.Join(", ", list.Values.OfType<YamlText>().Select(i => i.Value)) : "");
        if (faults.Any(f => f.Severity == Severity.Error)) findings.Add("front matter that is no YAML", faults[0].Message, path);
        return Of(values, parts.Body, path, findings);
    }

    private static ImportFrontMatter Of(Dictionary<string, string> values, string body, string path, ImportFindings findings)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        string? One(params string[] keys)
        {
            used.UnionWith(keys);
            return keys.Select(k => values.GetValueOrDefault(k)?.Trim()).FirstOrDefault(v => !string.IsNullOrEmpty(v));
        }

        var front = new ImportFrontMatter
        {
            Title = One("title", "linkTitle", "sidebar_label"),
            Summary = One("description", "summary"),
            Published = Day(One("date", "publishDate")),
            Updated = Day(One("lastmod", "last_update", "last_updated", "updated")),
            Author = One("author", "authors"),
            Slug = One("slug"),
            IsDraft = One("draft", "unlisted") is { } draft && draft.Equals("true", StringComparison.OrdinalIgnoreCase),
            Body = body,
        };
        foreach (var key in values.Keys.Where(k => !used.Contains(k) && !s_ignored.Contains(k, StringComparer.OrdinalIgnoreCase))) findings.Add("front matter key", key, path);
        return front;
    }

    private static DateOnly? Day(string? text) => text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // Only plain values at the top: nothing else of it is taken over.
    private static Dictionary<string, string> Toml(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in text.Split('\n').TakeWhile(l => !l.TrimStart().StartsWith('[')))
            if (TomlLine.Match(line) is { Success: true } match) values.TryAdd(match.Groups[1].Value, match.Groups[2].Success ? match.Groups[2].Value : match.Groups[3].Value);
        return values;
    }

    [GeneratedRegex("""^\s*([\w-]+)\s*=\s*(?:["']([^"'\n]*)["']|(\S[^\n]*))\s*$""", RegexOptions.CultureInvariant, 500)]
    private static partial Regex TomlLine { get; }
}
