namespace KnowledgeBase.Content;

/// <summary>Anchor and plain text of a section's heading.</summary>
public readonly record struct ArticleHeading(string Id, string Text);
