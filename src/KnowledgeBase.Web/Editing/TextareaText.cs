namespace KnowledgeBase.Web.Editing;

/// <summary>A text as what stands between the tags of a `textarea`, so that browsers read the very same characters: references would
/// turn some control characters into letters, and the first line end would be dropped.</summary>
public static class TextareaText
{
    public static string Of(string text) => "\n" + text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
