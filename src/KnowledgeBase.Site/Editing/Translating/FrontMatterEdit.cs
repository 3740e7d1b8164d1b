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

    [GeneratedRegex(@"\A---[ \t]*\n(?<yaml>(?:(?!(?:---|\.\.\.)[ \t]*\n)[^\n]*\n)*)(?:---|\.\.\.)[ \t]*(?:\n|\z)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Block { get; }
}
