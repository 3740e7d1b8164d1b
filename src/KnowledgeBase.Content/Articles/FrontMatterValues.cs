namespace KnowledgeBase.Content;

/// <summary>The front matter as its author wrote it; title and summary may be missing.</summary>
internal sealed record FrontMatterValues(string? Title, string? Summary, ArticleFrontMatter FrontMatter);
