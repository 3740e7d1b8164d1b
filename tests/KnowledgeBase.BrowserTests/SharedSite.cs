namespace KnowledgeBase.BrowserTests;

/// <summary>All browser tests share one running site.</summary>
[CollectionDefinition(Name)]
public sealed class SharedSite : ICollectionFixture<RunningSite>
{
    public const string Name = "site";
}
