using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content;

/// <summary>Which paths of the content folder may be written by an editor: an allow-list, since a path comes from outside.</summary>
public static class ContentPaths
{
    private const int Longest = 200;

    /// <summary>Whether this is the path of a text that the content reader reads: an article, snippet, code, guide, the glossary and
    /// so on. Relative to the content folder, with forward slashes; lower-case Latin letters, digits, hyphens and dots only.</summary>
    public static bool IsText(string path) => IsPlain(path) && ContentLayout.KindOf(path) switch
    {
        ContentFileKind.Article => ArticlePath.Read(path) is not null,
        ContentFileKind.Snippet => path["snippets/".Length..].Split('.') is [var name, var tag, "md"] && ContentIds.IsId(name) && Locale.All.Any(l => l.Tag == tag),
        ContentFileKind.Code => path["codes/".Length..^".yaml".Length] is var name && ErrorCode.TryParse(name, out var code) && code.Hex == name,
        ContentFileKind.Guide => ContentIds.IsId(path["guides/".Length..^".yaml".Length]),
        ContentFileKind.GuideTests => ContentIds.IsId(path["guides/".Length..^GuideTestParser.Suffix.Length]),
        ContentFileKind.Media or ContentFileKind.Ignored or ContentFileKind.Unplaced => false,
        _ => true,
    };

    /// <summary>Whether this is a path at which a picture may be put. Vector pictures can hold script, so they come by git only.</summary>
    public static bool IsPicture(string path) => IsPlain(path) && ContentLayout.KindOf(path) == ContentFileKind.Media
        && !path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) && !path.Any(char.IsAsciiLetterUpper);

    private static bool IsPlain(string path) => path.Length is > 0 and <= Longest && path.Split('/').All(IsPlainName);

    // No empty or hidden name, nothing that reads as an option, nothing that a shell, an address or Windows reads otherwise.
    private static bool IsPlainName(string name) => name.Length is > 0 and <= 100 && char.IsAsciiLetterOrDigit(name[0]) && char.IsAsciiLetterOrDigit(name[^1])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') && !name.Contains("..", StringComparison.Ordinal)
        && name.Split('.')[0].ToUpperInvariant() is not ("CON" or "PRN" or "AUX" or "NUL" or ['C', 'O', 'M', _] or ['L', 'P', 'T', _]);
}
