using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Insights;

/// <summary>A page was read.</summary>
/// <param name="Page">As <see cref="Vote.Page"/> names it, or `guide/` and its id, or `page/` and what it is.</param>
public sealed record ViewEvent(DateOnly Day, string Page, Locale Locale) : SiteEvent(Day);
