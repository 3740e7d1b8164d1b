namespace KnowledgeBase.BrowserTests;

/// <summary>Browser tests share one running site and one browser; those of <see cref="SitePages"/> have others.</summary>
[CollectionDefinition(Name)]
public sealed class SharedSite : ICollectionFixture<RunningSite>
{
    public const string Name = "site";
}
