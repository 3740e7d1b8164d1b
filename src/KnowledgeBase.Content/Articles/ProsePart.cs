namespace KnowledgeBase.Content;

/// <summary>A piece of running text and where it starts in its file; line and column from 1.</summary>
public readonly record struct ProsePart(string Text, int Line, int Column);
