using System.Globalization;
using System.Text;
using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content.Importing;

/// <summary>Names for what is imported: ids of our form from whatever stood there.</summary>
internal static class ImportNames
{
    private const int Longest = 72;

    /// <summary>Lower-case Latin letters, digits and hyphens; empty where nothing of that is left.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        var cut = slug.Length > Longest ? slug.ToString(0, Longest) : slug.ToString();
        return cut.Trim('-');
    }

    /// <summary>As <see cref="Slug"/>, never empty and not taken yet; takes it.</summary>
    public static string Free(string text, string otherwise, HashSet<string> taken)
    {
        var slug = Slug(text);
        if (slug.Length == 0) slug = otherwise;
        var name = slug;
        for (var i = 2; !taken.Add(name); i++) name = string.Create(CultureInfo.InvariantCulture, $"{slug}-{i}");
        return name;
    }

    /// <summary>The anchor that most tools make of a heading: lower case, spaces as hyphens, punctuation gone.</summary>
    public static string Anchor(string heading)
    {
        var anchor = new StringBuilder();
        foreach (var c in heading.Trim().ToLowerInvariant())
            if (char.IsLetterOrDigit(c) || c is '_' or '-') anchor.Append(c);
            else if (char.IsWhiteSpace(c)) anchor.Append('-');
        return anchor.ToString();
    }

    /// <summary>A title for a folder that has none: `getting-started` is "Getting started".</summary>
    public static string Title(string folder)
    {
        var words = folder.Replace('-', ' ').Replace('_', ' ').Trim();
        return words.Length == 0 ? "General" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    public static bool IsId(string text) => ContentIds.IsId(text);
}
