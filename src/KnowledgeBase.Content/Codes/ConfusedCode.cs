namespace KnowledgeBase.Content;

/// <summary>A code that is often taken for another, and how to tell them apart.</summary>
public sealed record ConfusedCode(ErrorCode Code, LocalizedText How);
