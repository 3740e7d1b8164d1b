namespace KnowledgeBase.Site;

/// <summary>Full path of the folder for what the site itself writes. Made when first written to.</summary>
public sealed record SiteDataFolder(string Path);
