namespace KnowledgeBase.Content.Markdown;

/// <summary>Where a text goes beyond what is parsed.</summary>
/// <param name="Line">0-based.</param>
internal readonly record struct MarkdownExcess(int Line, string Message);
