using System.Text.RegularExpressions;

namespace KnowledgeBase.Site.Editing;

/// <summary>Changes one key at the top level of a YAML file and no other byte.</summary>
internal static class YamlKey
{
    /// <param name="value">As YAML, on one line; null takes the key out.</param>
    public static string Set(string text, string key, string? value)
    {
        var line = value is null ? "" : $"{key}: {value}\n";
        var there = Regex.Match(text, $@"^{Regex.Escape(key)}[ \t]*:[^\n]*(?:\n|\z)(?:(?:[ \t]+|-[ \t])[^\n]*(?:\n|\z))*", RegexOptions.Multiline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return there.Success ? text.Remove(there.Index, there.Length).Insert(there.Index, line) : (text.Length == 0 || text.EndsWith('\n') ? text : text + "\n") + line;
    }

    /// <summary>A text as a YAML value on one line.</summary>
    public static string Quoted(string text) => "\"" + text.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
