using Dapper;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Postgres;

/// <summary>Drafts that all replicas share: an editor may go on anywhere.</summary>
public sealed class PostgresDraftStore(PostgresDatabase database) : IDraftStore
{
    public string? Problem => database.Problem;

    public Task<Draft?> Find(string id, CancellationToken cancellation = default) => database.Run(
        async c => DraftText.Read(await c.QuerySingleOrDefaultAsync<string>("SELECT body FROM draft WHERE id = @id", new { id })), null, cancellation);

    public Task<IReadOnlyList<Draft>> All(CancellationToken cancellation = default) => database.Run<IReadOnlyList<Draft>>(
        async c => [.. (await c.QueryAsync<string>("SELECT body FROM draft ORDER BY changed DESC, id COLLATE \"C\"")).Select(DraftText.Read).OfType<Draft>()], [], cancellation);

    public Task<bool?> Keep(Draft draft, CancellationToken cancellation = default)
    {
        var row = new { draft.Id, draft.Version, Before = draft.Version - 1, Changed = draft.Changed.UtcTicks, Body = DraftText.Write(draft) };
        return database.Run<bool?>(async c => draft.Version == 1
            ? await c.ExecuteAsync("INSERT INTO draft VALUES (@Id, @Version, @Changed, @Body) ON CONFLICT DO NOTHING", row) == 1
            : await c.ExecuteAsync("UPDATE draft SET version = @Version, changed = @Changed, body = @Body WHERE id = @Id AND version = @Before", row) == 1, null, cancellation);
    }

    public Task<bool> Drop(string id, CancellationToken cancellation = default) =>
        database.Run(async c => await c.ExecuteAsync("DELETE FROM draft WHERE id = @id", new { id }) >= 0, false, cancellation);
}
