using System.Globalization;
using Dapper;
using KnowledgeBase.Site.Insights;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Site.Storage;

/// <summary>The visitors' store of a site that runs as one process.</summary>
public sealed partial class SqliteVisitorStore : IVisitorStore, IDisposable
{
    private static readonly string[] s_shapes =
    [
        """
        CREATE TABLE request (
          kind TEXT NOT NULL, subject TEXT NOT NULL, locale TEXT NOT NULL, day TEXT NOT NULL, visitors INTEGER NOT NULL,
          PRIMARY KEY (kind, subject, locale, day)) WITHOUT ROWID;
        -- Today's salt and today's marks: both go when the day is over.
        CREATE TABLE day_salt (day TEXT PRIMARY KEY, salt BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE day_mark (thing TEXT NOT NULL, mark INTEGER NOT NULL, PRIMARY KEY (thing, mark)) WITHOUT ROWID;
        """,
        """
        CREATE TABLE vote (
          page TEXT NOT NULL, locale TEXT NOT NULL, revision TEXT NOT NULL, mark INTEGER NOT NULL, helpful INTEGER NOT NULL, reason TEXT, query TEXT, day TEXT NOT NULL,
          PRIMARY KEY (page, locale, revision, mark)) WITHOUT ROWID;
        -- A text's salt goes when the next text gets its first vote.
        CREATE TABLE vote_salt (page TEXT NOT NULL, locale TEXT NOT NULL, revision TEXT NOT NULL, salt BLOB NOT NULL, PRIMARY KEY (page, locale)) WITHOUT ROWID;
        """,
    ];

    private readonly SqliteFile _file;
    private readonly TimeProvider _clock;

    /// <param name="folder">The data folder; made on first use.</param>
    public SqliteVisitorStore(string folder, TimeProvider clock, long mostBytes = SqliteFile.MostBytes) =>
        (_file, _clock) = (new(folder, s_shapes, mostBytes), clock);

    public string? Problem => _file.Problem;

    /// <summary>Whether anything was ever kept.</summary>
    public bool Exists => _file.Exists;

    public Task<Recorded> Add(ArticleRequest request, Visitor visitor, CancellationToken cancellation = default) => _file.Run(c =>
    {
        var today = Day(DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime));
        var row = new { Kind = request.Kind.ToString(), request.Subject, Locale = request.Locale.Tag, Day = today };
        var thing = $"{row.Kind} {row.Subject}";
        var mark = VisitorMark.Of(Salt(c, today), thing, visitor);
        if (c.Execute("INSERT OR IGNORE INTO day_mark VALUES (@thing, @mark)", new { thing, mark }) == 0) return Recorded.Repeated;
        c.Execute("INSERT INTO request VALUES (@Kind, @Subject, @Locale, @Day, 1) ON CONFLICT DO UPDATE SET visitors = visitors + 1", row);
        return Recorded.Counted;
    }, Recorded.NotKept, cancellation);

    public Task<IReadOnlyList<RequestCount>> Requests(CancellationToken cancellation = default) => _file.Run<IReadOnlyList<RequestCount>>(c =>
        [.. c.Query<(string Kind, string Subject, string Locale, long Visitors, string First, string Last)>(
            "SELECT kind, subject, locale, SUM(visitors), MIN(day), MAX(day) FROM request GROUP BY kind, subject, locale ORDER BY SUM(visitors) DESC")
            .GroupBy(r => (r.Kind, r.Subject))
            .Select(g => new RequestCount(
                Enum.Parse<RequestKind>(g.Key.Kind), g.Key.Subject, g.Sum(r => r.Visitors), [.. g.Select(r => r.Locale)], Day(g.Min(r => r.First)!), Day(g.Max(r => r.Last)!)))
            .OrderByDescending(r => r.Visitors).ThenByDescending(r => r.Last).ThenBy(r => r.Subject, StringComparer.Ordinal)], [], cancellation);

    public Task Check(CancellationToken cancellation = default) => _file.Run(_ => true, false, cancellation);

    public void Dispose() => _file.Dispose();

    /// <summary>Today's salt; the first of a day forgets yesterday's visitors.</summary>
    private static byte[] Salt(SqliteConnection connection, string today)
    {
        if (connection.QuerySingleOrDefault<byte[]>("SELECT salt FROM day_salt WHERE day = @today", new { today }) is { } salt) return salt;
        connection.Execute("DELETE FROM day_salt; DELETE FROM day_mark; INSERT INTO day_salt VALUES (@today, randomblob(32))", new { today });
        return connection.QuerySingle<byte[]>("SELECT salt FROM day_salt");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
