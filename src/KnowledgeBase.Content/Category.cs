namespace KnowledgeBase.Content;

/// <summary>A shelf of articles; the order is the order of `categories.yaml`.</summary>
public sealed record Category(string Id, LocalizedText Title, LocalizedText Summary, int Order);
