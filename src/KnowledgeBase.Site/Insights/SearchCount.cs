namespace KnowledgeBase.Site.Insights;

/// <summary>How often one query was searched for.</summary>
/// <param name="Code">The first code in it, or null.</param>
/// <param name="Locales">Language tags, in order.</param>
/// <param name="Missed">How often it found nothing.</param>
public sealed record SearchCount(string Query, string? Code, IReadOnlyList<string> Locales, long Times, long Missed, DateOnly Last);
