namespace KnowledgeBase.Site;

/// <summary>Full path of the content folder in use.</summary>
public sealed record SiteContentFolder(string Path);
