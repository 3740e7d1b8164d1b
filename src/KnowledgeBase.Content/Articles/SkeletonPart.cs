namespace KnowledgeBase.Content;

/// <summary>A language-independent piece of an article and the 1-based line it stands on.</summary>
public readonly record struct SkeletonPart(string Text, int Line);
