namespace KnowledgeBase.Tests.Web;

/// <summary>Tests that ask the running sample site share one host.</summary>
[CollectionDefinition(Name)]
public sealed class SharedHost : ICollectionFixture<SampleHost>
{
    public const string Name = "running sample site";
}
