namespace KnowledgeBase.Site.Insights;

/// <summary>How often a page was read.</summary>
/// <param name="Locale">Language tag.</param>
public sealed record ViewCount(string Page, string Locale, long Times);
