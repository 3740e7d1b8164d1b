namespace KnowledgeBase.Site.Insights;

/// <summary>What one question to another site brought.</summary>
/// <param name="Status">Null where nothing answered.</param>
/// <param name="IsRefused">The address was not asked: it leads into a private network.</param>
public sealed record LinkAnswer(string Address, int? Status, string? Problem, bool IsRefused = false);
