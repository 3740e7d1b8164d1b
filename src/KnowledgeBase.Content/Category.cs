namespace KnowledgeBase.Content;

/// <summary>A shelf of articles; the order is the order of `categories.yaml`.</summary>
public sealed record Category(string Id, LocalizedText Title, LocalizedText Summary, int Order)
{
    /// <summary>Whether its articles are about the site, for those who work with it: they answer no customer and no pasted message.</summary>
    public bool IsAboutSite { get; init; }
}
