using KnowledgeBase.Postgres;
using KnowledgeBase.Site.Desk;
using KnowledgeBase.Tests.Site.Storage;

namespace KnowledgeBase.Tests.Postgres;

[Collection(RunningPostgres.Name)]
public sealed class PostgresNoteStoreTests : NoteStoreContract, IDisposable
{
    private readonly PostgresDatabase _database;

    public PostgresNoteStoreTests(PostgresServer server)
    {
        _database = new(server.NewDatabase());
        Store = new PostgresNoteStore(_database);
    }

    private protected override INoteStore Store { get; }

    public void Dispose() => _database.Dispose();
}
