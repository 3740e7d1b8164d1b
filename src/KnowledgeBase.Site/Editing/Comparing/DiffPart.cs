namespace KnowledgeBase.Site.Editing;

/// <summary>A piece of a line.</summary>
/// <param name="IsChanged">Whether the other side has something else here; in a line without counterpart all is changed.</param>
public readonly record struct DiffPart(string Text, bool IsChanged);
