namespace KnowledgeBase.Site.Editing;

/// <summary>What the translator answers, as JSON with the names in lower case.</summary>
public sealed record TranslatorAnswer(string? Title, string? Summary, string? Markdown);
