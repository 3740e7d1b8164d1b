using Dapper;
using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Site.Storage;

/// <summary>The drafts of a site that runs as one process, in a file of their own in the data folder.</summary>
public sealed class SqliteDraftStore(string folder, long mostBytes = SqliteDraftStore.MostBytes) : IDraftStore, IDisposable
{
    /// <summary>The file's name in the data folder.</summary>
    public const string Name = "drafts.db";

    /// <summary>Most bytes of the file; past that it counts as full.</summary>
    public const long MostBytes = 512L * 1024 * 1024;

    private static readonly string[] s_shapes =
    [
        "CREATE TABLE draft (id TEXT PRIMARY KEY, version INTEGER NOT NULL, changed INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;",
    ];

    private readonly SqliteFile _file = new(folder, s_shapes, mostBytes, Name);

    public string? Problem => _file.Problem;

    public Task<Draft?> Find(string id, CancellationToken cancellation = default) => !_file.Exists ? Task.FromResult<Draft?>(null)
        : _file.Run(c => DraftText.Read(c.QuerySingleOrDefault<string>("SELECT body FROM draft WHERE id = @id", new { id })), null, cancellation);

    public Task<IReadOnlyList<Draft>> All(CancellationToken cancellation = default) => !_file.Exists ? Task.FromResult<IReadOnlyList<Draft>>([])
        : _file.Run<IReadOnlyList<Draft>>(c => [.. c.Query<string>("SELECT body FROM draft ORDER BY changed DESC, id").Select(DraftText.Read).OfType<Draft>()], [], cancellation);

    public Task<bool?> Keep(Draft draft, CancellationToken cancellation = default)
    {
        var row = new { draft.Id, draft.Version, Before = draft.Version - 1, Changed = draft.Changed.UtcTicks, Body = DraftText.Write(draft) };
        return _file.Run<bool?>(c => draft.Version == 1
            ? c.Execute("INSERT OR IGNORE INTO draft VALUES (@Id, @Version, @Changed, @Body)", row) == 1
            : c.Execute("UPDATE draft SET version = @Version, changed = @Changed, body = @Body WHERE id = @Id AND version = @Before", row) == 1, null, cancellation);
    }

    public Task<bool> Drop(string id, CancellationToken cancellation = default) => !_file.Exists ? Task.FromResult(true)
        : _file.Run(c => c.Execute("DELETE FROM draft WHERE id = @id", new { id }) >= 0, false, cancellation);

    public void Dispose() => _file.Dispose();
}
