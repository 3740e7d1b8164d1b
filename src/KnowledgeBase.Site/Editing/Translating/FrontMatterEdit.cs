using System.Text.RegularExpressions;

namespace KnowledgeBase.Site.Editing;

/// <summary>Changes one key of an article's front matter and no other byte of the text.</summary>
public static partial class FrontMatterEdit
{
    /// <summary>The text with the key set; where it has no front matter, one is made.</summary>
    /// <param name="text">Line ends are `\n`.</param>
    /// <param name="key">A key whose value stands on one line.</param>
    /// <param name="value">As YAML; null takes the key out.</param>
    public static string Set(string text, string key, string? value)
    {
        var line = value is null ? "" : $"{key}: {value}\n";
        if (Block.Match(text) is not { Success: true } block) return value is null ? text : $"---\n{line}---\n\n{text}";
        var yaml = block.Groups["yaml"];
        return text.Remove(yaml.Index, yaml.Length).Insert(yaml.Index, YamlKey.Set(yaml.Value, key, value));
    }

    /// <summary>Words as a YAML value on one line: as they are where nothing in them can be read as YAML, else in quotation marks.</summary>
    public static string Scalar(string text) => Plain.IsMatch(text) && !Meaning.IsMatch(text) ? text : YamlKey.Quoted(text);

    /// <summary>A list as a YAML value on one line.</summary>
    public static string List(IEnumerable<string> items) => $"[{string.Join(", ", items.Select(Scalar))}]";

    // A letter first, then what means nothing in a list either; a code; a day.
    [GeneratedRegex(@"\A(?:\p{L}[\p{L}\p{M}\p{N} ()/+-]*(?<! )|0x[0-9A-Fa-f]{8}|[0-9]{4}-[0-9]{2}-[0-9]{2})\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plain { get; }

    [GeneratedRegex(@"\A(?:true|false|null|yes|no|on|off|y|n)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Meaning { get; }

    [GeneratedRegex(@"\A---[ \t]*\n(?<yaml>(?:(?!(?:---|\.\.\.)[ \t]*\n)[^\n]*\n)*)(?:---|\.\.\.)[ \t]*(?:\n|\z)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Block { get; }
}
