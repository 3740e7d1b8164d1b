namespace KnowledgeBase.Site.Editing;

/// <summary>What the translator is asked, as JSON with the names in lower case.</summary>
/// <param name="From">`ja` or `en`.</param>
/// <param name="To">The other.</param>
/// <param name="Markdown">The article below its front matter. Marks, links, code and ids in braces are to stay as they are.</param>
public sealed record TranslatorQuestion(string From, string To, string Id, string Title, string Summary, string Markdown);
