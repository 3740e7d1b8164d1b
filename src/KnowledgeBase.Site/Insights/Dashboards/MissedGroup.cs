using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Insights;

/// <summary>Searches that found nothing, gathered by the code in them; those without a code stand each for itself.</summary>
/// <param name="Subject">The code in canonical form, or the words.</param>
/// <param name="Code">Null for words.</param>
/// <param name="Queries">What was typed, most frequent first.</param>
public sealed record MissedGroup(string Subject, ErrorCode? Code, IReadOnlyList<string> Queries, IReadOnlyList<string> Locales, long Missed, DateOnly Last)
{
    /// <summary>The name that headers give the code, or null.</summary>
    public string? Symbol { get; init; }
}
