namespace KnowledgeBase.BrowserTests;

/// <summary>Tests that look at page after page: a site and a browser of their own, beside the journeys of <see cref="SharedSite"/>.</summary>
[CollectionDefinition(Name)]
public sealed class SitePages : ICollectionFixture<RunningSite>
{
    public const string Name = "pages";
}
