using KnowledgeBase.Postgres;
using KnowledgeBase.Site.Webhooks;
using KnowledgeBase.Tests.Site.Webhooks;

namespace KnowledgeBase.Tests.Postgres;

[Collection(RunningPostgres.Name)]
public sealed class PostgresWebhookStoreTests : WebhookStoreContract, IDisposable
{
    private readonly PostgresDatabase _database;

    public PostgresWebhookStoreTests(PostgresServer server)
    {
        _database = new(server.NewDatabase());
        Store = new PostgresWebhookStore(_database);
    }

    protected override IWebhookStore Store { get; }

    public void Dispose() => _database.Dispose();
}
