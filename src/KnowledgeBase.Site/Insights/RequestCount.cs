namespace KnowledgeBase.Site.Insights;

/// <summary>How often one page was missed.</summary>
/// <param name="Subject">The code, or the words.</param>
/// <param name="Visitors">Sum over days of the visitors who asked on that day.</param>
/// <param name="Locales">Language tags of the pages it was asked from, most first.</param>
public sealed record RequestCount(RequestKind Kind, string Subject, long Visitors, IReadOnlyList<string> Locales, DateOnly First, DateOnly Last);
