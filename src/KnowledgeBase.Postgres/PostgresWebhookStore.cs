using Dapper;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Site.Webhooks;

namespace KnowledgeBase.Postgres;

/// <summary>What webhooks were told, and their messages, for all replicas: each message is written once, and taken by one of them.</summary>
public sealed class PostgresWebhookStore(PostgresDatabase database) : IWebhookStore
{
    public string? Problem => database.Problem;

    public Task<Publication?> Latest(CancellationToken cancellation = default) =>
        database.Run(c => c.QuerySingleOrDefaultAsync<Publication>("SELECT number, state, revision, pages FROM publication ORDER BY number DESC LIMIT 1"), null, cancellation);

    public Task<long?> Find(string state, long after, CancellationToken cancellation = default) =>
        database.Run(c => c.ExecuteScalarAsync<long?>("SELECT MAX(number) FROM publication WHERE state = @state AND number > @after", new { state, after }), null, cancellation);

    public Task<long?> Add(long after, Publication next, IReadOnlyList<Delivery> deliveries, DateTimeOffset now, CancellationToken cancellation = default) => database.Run<long?>(async c =>
    {
        // Two replicas that publish the same at once: the second finds the first one's row.
        await c.ExecuteAsync("LOCK TABLE publication IN SHARE ROW EXCLUSIVE MODE");
        if (await c.ExecuteScalarAsync<long>("SELECT COALESCE(MAX(number), 0) FROM publication") != after) return null;
        var number = await c.ExecuteScalarAsync<long>("INSERT INTO publication (state, revision, pages) VALUES (@State, @Revision, @Pages) RETURNING number", next);
        await c.ExecuteAsync("UPDATE publication SET pages = '' WHERE number = @after", new { after });
        await c.ExecuteAsync("DELETE FROM publication WHERE number <= @oldest", new { oldest = number - SqliteWebhookStore.MostPublications });
        await c.ExecuteAsync("DELETE FROM delivery WHERE since < @oldest", new { oldest = (now - WebhookDelivery.Patience - TimeSpan.FromDays(1)).ToUnixTimeMilliseconds() });
        await c.ExecuteAsync(
            "INSERT INTO delivery (id, target, body, attempts, since, next) VALUES (@Id, @Target, @Body, @Attempts, @since, @since)",
            deliveries.Select(d => new { d.Id, d.Target, d.Body, d.Attempts, since = d.Since.ToUnixTimeMilliseconds() }));
        return number;
    }, null, cancellation);

    public Task<Delivery?> Take(string target, DateTimeOffset now, TimeSpan lease, CancellationToken cancellation = default) => database.Run(async c =>
    {
        // The oldest is locked by whoever takes it: nobody overtakes.
        var due = await c.QuerySingleOrDefaultAsync<(string Id, string Body, int Attempts, long Since, long Next)?>(
            "SELECT id, body, attempts, since, next FROM delivery WHERE target = @target ORDER BY number LIMIT 1 FOR UPDATE", new { target });
        if (due is not { } row || row.Next > now.ToUnixTimeMilliseconds()) return null;
        await c.ExecuteAsync("UPDATE delivery SET attempts = attempts + 1, next = @next WHERE id = @Id", new { row.Id, next = (now + lease).ToUnixTimeMilliseconds() });
        return new Delivery(row.Id, target, row.Body, row.Attempts + 1, DateTimeOffset.FromUnixTimeMilliseconds(row.Since));
    }, null, cancellation);

    public Task<bool> End(string id, CancellationToken cancellation = default) => database.Run(async c => await c.ExecuteAsync("DELETE FROM delivery WHERE id = @id", new { id }) == 1, false, cancellation);

    public Task<bool> Postpone(string id, DateTimeOffset next, CancellationToken cancellation = default) =>
        database.Run(async c => await c.ExecuteAsync("UPDATE delivery SET next = @next WHERE id = @id", new { id, next = next.ToUnixTimeMilliseconds() }) == 1, false, cancellation);
}
