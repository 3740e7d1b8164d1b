using KnowledgeBase.Postgres;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Tests.Site.Storage;

namespace KnowledgeBase.Tests.Postgres;

[Collection(RunningPostgres.Name)]
public sealed class PostgresLinkStoreTests : LinkStoreContract, IDisposable
{
    private readonly PostgresDatabase _database;

    public PostgresLinkStoreTests(PostgresServer server)
    {
        _database = new(server.NewDatabase());
        Store = new PostgresLinkStore(_database);
    }

    protected override ILinkStore Store { get; }

    public void Dispose() => _database.Dispose();
}
