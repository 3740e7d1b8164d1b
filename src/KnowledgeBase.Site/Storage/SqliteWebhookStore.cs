using Dapper;
using KnowledgeBase.Site.Webhooks;

namespace KnowledgeBase.Site.Storage;

/// <summary>The webhook store of a site that runs as one process, in a file of its own. Times in milliseconds since 1970.</summary>
public sealed class SqliteWebhookStore(string folder, long mostBytes = SqliteFile.MostBytes) : IWebhookStore, IDisposable
{
    /// <summary>The file's name in the data folder.</summary>
    public const string Name = "webhooks.db";

    /// <summary>Publications that are kept; of all but the newest only the state.</summary>
    public const int MostPublications = 200;

    private static readonly string[] s_shapes =
    [
        """
        CREATE TABLE publication (number INTEGER PRIMARY KEY AUTOINCREMENT, state TEXT NOT NULL, revision TEXT NOT NULL, pages TEXT NOT NULL);
        CREATE TABLE delivery (
          number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, target TEXT NOT NULL, body TEXT NOT NULL, attempts INTEGER NOT NULL, since INTEGER NOT NULL, next INTEGER NOT NULL);
        CREATE INDEX delivery_target ON delivery (target, number);
        """,
    ];

    private readonly SqliteFile _file = new(folder, s_shapes, mostBytes, Name);

    public string? Problem => _file.Problem;

    public Task<Publication?> Latest(CancellationToken cancellation = default) =>
        _file.Run(c => c.QuerySingleOrDefault<Publication>("SELECT number, state, revision, pages FROM publication ORDER BY number DESC LIMIT 1"), null, cancellation);

    public Task<long?> Find(string state, long after, CancellationToken cancellation = default) =>
        _file.Run(c => c.ExecuteScalar<long?>("SELECT MAX(number) FROM publication WHERE state = @state AND number > @after", new { state, after }), null, cancellation);

    public Task<long?> Add(long after, Publication next, IReadOnlyList<Delivery> deliveries, DateTimeOffset now, CancellationToken cancellation = default) => _file.Run<long?>(c =>
    {
        if (c.ExecuteScalar<long>("SELECT COALESCE(MAX(number), 0) FROM publication") != after) return null;
        var number = c.ExecuteScalar<long>("INSERT INTO publication (state, revision, pages) VALUES (@State, @Revision, @Pages) RETURNING number", next);
        c.Execute("UPDATE publication SET pages = '' WHERE number = @after; DELETE FROM publication WHERE number <= @oldest", new { after, oldest = number - MostPublications });
        c.Execute("DELETE FROM delivery WHERE since < @oldest", new { oldest = (now - WebhookDelivery.Patience - TimeSpan.FromDays(1)).ToUnixTimeMilliseconds() });
        c.Execute(
            "INSERT INTO delivery (id, target, body, attempts, since, next) VALUES (@Id, @Target, @Body, @Attempts, @since, @since)",
            deliveries.Select(d => new { d.Id, d.Target, d.Body, d.Attempts, since = d.Since.ToUnixTimeMilliseconds() }));
        return number;
    }, null, cancellation);

    public Task<Delivery?> Take(string target, DateTimeOffset now, TimeSpan lease, CancellationToken cancellation = default) => _file.Run(c =>
    {
        var due = c.QuerySingleOrDefault<(string Id, string Body, long Attempts, long Since, long Next)?>("SELECT id, body, attempts, since, next FROM delivery WHERE target = @target ORDER BY number LIMIT 1", new { target });
        if (due is not { } row || row.Next > now.ToUnixTimeMilliseconds()) return null;
        c.Execute("UPDATE delivery SET attempts = attempts + 1, next = @next WHERE id = @Id", new { row.Id, next = (now + lease).ToUnixTimeMilliseconds() });
        return new Delivery(row.Id, target, row.Body, (int)row.Attempts + 1, DateTimeOffset.FromUnixTimeMilliseconds(row.Since));
    }, null, cancellation);

    public Task<bool> End(string id, CancellationToken cancellation = default) => _file.Run(c => c.Execute("DELETE FROM delivery WHERE id = @id", new { id }) == 1, false, cancellation);

    public Task<bool> Postpone(string id, DateTimeOffset next, CancellationToken cancellation = default) =>
        _file.Run(c => c.Execute("UPDATE delivery SET next = @next WHERE id = @id", new { id, next = next.ToUnixTimeMilliseconds() }) == 1, false, cancellation);

    public void Dispose() => _file.Dispose();
}
