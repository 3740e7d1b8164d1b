using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Insights;

/// <summary>When a text is to be reviewed, and by whom.</summary>
public sealed record ReviewDate(Article Article, DateOnly By, string? Owner);
