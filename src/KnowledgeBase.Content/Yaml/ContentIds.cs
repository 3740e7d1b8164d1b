namespace KnowledgeBase.Content.Yaml;

/// <summary>The form of every id that authors choose: it stands in addresses.</summary>
internal static class ContentIds
{
    public static bool IsId(string text) => text.Length is > 0 and <= 80 && text[0] != '-' && text[^1] != '-'
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public static bool Check(YamlNode place, string text)
    {
        if (IsId(text)) return true;
        place.Report(DiagnosticRule.BadValue, $"`{(text.Length <= 60 ? text : text[..60] + "…")}` is no id.", "Use lower-case Latin letters, digits and hyphens, at most 80.");
        return false;
    }
}
