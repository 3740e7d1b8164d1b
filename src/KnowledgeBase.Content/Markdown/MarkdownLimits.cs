namespace KnowledgeBase.Content.Markdown;

/// <summary>A linear look at a text before the Markdown parser, which takes quadratic time on some of them.</summary>
internal static class MarkdownLimits
{
    /// <summary>The first excess, or null.</summary>
    public static MarkdownExcess? Find(string text) => text.Length > TextFile.DefaultLimit ? new(0, "The text is too long.") : null;
}
