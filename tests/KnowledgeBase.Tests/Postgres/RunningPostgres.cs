namespace KnowledgeBase.Tests.Postgres;

/// <summary>Tests on PostgreSQL share one server; each takes a database of its own.</summary>
[CollectionDefinition(Name)]
public sealed class RunningPostgres : ICollectionFixture<PostgresServer>
{
    public const string Name = "running PostgreSQL";
}
