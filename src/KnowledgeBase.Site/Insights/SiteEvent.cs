namespace KnowledgeBase.Site.Insights;

/// <summary>Something that happened on the site, without a word about who did it. Equal events are counted together.</summary>
/// <param name="Day">Day in UTC.</param>
public abstract record SiteEvent(DateOnly Day);
