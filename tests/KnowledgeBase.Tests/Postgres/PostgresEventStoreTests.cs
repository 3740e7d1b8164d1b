using KnowledgeBase.Postgres;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Tests.Site.Insights;

namespace KnowledgeBase.Tests.Postgres;

[Collection(RunningPostgres.Name)]
public sealed class PostgresEventStoreTests : EventStoreContract, IDisposable
{
    private readonly PostgresDatabase _database;

    public PostgresEventStoreTests(PostgresServer server)
    {
        _database = new(server.NewDatabase());
        Store = new PostgresEventStore(_database);
    }

    protected override IEventStore Store { get; }

    public void Dispose() => _database.Dispose();
}
