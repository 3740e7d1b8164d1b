namespace KnowledgeBase.Content;

/// <summary>Where a statement comes from, and the day somebody looked.</summary>
public sealed record Source(string Title, string? Url, DateOnly? Checked);
