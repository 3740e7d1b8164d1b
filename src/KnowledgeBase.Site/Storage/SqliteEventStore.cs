using System.Globalization;
using Dapper;
using KnowledgeBase.Site.Insights;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Site.Storage;

/// <summary>The event store of a site that runs as one process: its own file, so that counts never take room from what visitors said.</summary>
public sealed class SqliteEventStore(string folder, long mostBytes = SqliteFile.MostBytes) : IEventStore, IDisposable
{
    /// <summary>The file's name in the data folder.</summary>
    public const string Name = "events.db";

    private static readonly string[] s_shapes =
    [
        """
        CREATE TABLE search (
          day TEXT NOT NULL, hour INTEGER NOT NULL, locale TEXT NOT NULL, query TEXT NOT NULL, code TEXT NOT NULL, best TEXT NOT NULL, results INTEGER NOT NULL, times INTEGER NOT NULL,
          PRIMARY KEY (day, query, hour, locale, code, best, results)) WITHOUT ROWID;
        CREATE TABLE guide_move (
          day TEXT NOT NULL, guide TEXT NOT NULL, version TEXT NOT NULL, node TEXT NOT NULL, move TEXT NOT NULL, locale TEXT NOT NULL, times INTEGER NOT NULL,
          PRIMARY KEY (day, guide, version, node, move, locale)) WITHOUT ROWID;
        CREATE TABLE page_view (
          day TEXT NOT NULL, page TEXT NOT NULL, locale TEXT NOT NULL, times INTEGER NOT NULL,
          PRIMARY KEY (day, page, locale)) WITHOUT ROWID;
        """,
    ];

    private readonly SqliteFile _file = new(folder, s_shapes, mostBytes, Name);

    public string? Problem => _file.Problem;

    /// <summary>Whether anything was ever kept.</summary>
    public bool Exists => _file.Exists;

    public Task<bool> Add(IReadOnlyCollection<KeyValuePair<SiteEvent, long>> counts, CancellationToken cancellation = default) => _file.Run(c =>
    {
        foreach (var day in counts.Select(p => p.Key).OfType<SearchEvent>().Select(e => e.Day).Distinct().ToList()) AddSearches(c, day, counts);
        foreach (var (one, times) in counts)
            if (one is GuideEvent g)
                c.Execute("INSERT INTO guide_move VALUES (@Day, @Guide, @Version, @Node, @Move, @Tag, @times) ON CONFLICT DO UPDATE SET times = times + excluded.times",
                    new { Day = Text(g.Day), g.Guide, g.Version, g.Node, Move = g.Move.ToString(), g.Locale.Tag, times });
            else if (one is ViewEvent v)
                c.Execute("INSERT INTO page_view VALUES (@Day, @Page, @Tag, @times) ON CONFLICT DO UPDATE SET times = times + excluded.times",
                    new { Day = Text(v.Day), v.Page, v.Locale.Tag, times });
        return true;
    }, false, cancellation);

    public Task Forget(DateOnly before, CancellationToken cancellation = default) => _file.Run(c =>
        c.Execute("DELETE FROM search WHERE day < @day; DELETE FROM guide_move WHERE day < @day; DELETE FROM page_view WHERE day < @day", new { day = Text(before) }), 0, cancellation);

    public Task<IReadOnlyList<SearchDay>> SearchDays(DateOnly from, DateOnly to, CancellationToken cancellation = default) => Read<(string, string, long, long), SearchDay>(
        "SELECT day, locale, SUM(times), SUM(CASE WHEN results = 0 THEN times ELSE 0 END) FROM search WHERE day BETWEEN @from AND @to GROUP BY day, locale ORDER BY day, locale",
        from, to, r => new(DateOnly.ParseExact(r.Item1, "yyyy-MM-dd", CultureInfo.InvariantCulture), r.Item2, r.Item3, r.Item4), cancellation);

    public Task<IReadOnlyList<SearchCount>> Searches(DateOnly from, DateOnly to, int most = 500, CancellationToken cancellation = default) => Read<(string, string, string, long, long, string), SearchCount>(
        """
        SELECT query, code, GROUP_CONCAT(DISTINCT locale), SUM(times), SUM(CASE WHEN results = 0 THEN times ELSE 0 END) AS missed, MAX(day)
        FROM search WHERE day BETWEEN @from AND @to AND query <> '' GROUP BY query, code ORDER BY missed DESC, SUM(times) DESC, query LIMIT @most
        """,
        from, to, r => new(r.Item1, r.Item2.Length == 0 ? null : r.Item2, [.. r.Item3.Split(',').Order(StringComparer.Ordinal)], r.Item4, r.Item5, DateOnly.ParseExact(r.Item6, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        cancellation, most);

    public Task<IReadOnlyList<GuideCount>> Guides(DateOnly from, DateOnly to, CancellationToken cancellation = default) => Read<(string, string, string, string, long), GuideCount>(
        "SELECT guide, version, node, move, SUM(times) FROM guide_move WHERE day BETWEEN @from AND @to GROUP BY guide, version, node, move ORDER BY guide, version, node, move",
        from, to, r => new(r.Item1, r.Item2, r.Item3, Enum.Parse<GuideMove>(r.Item4), r.Item5), cancellation);

    public Task<IReadOnlyList<ViewCount>> Views(DateOnly from, DateOnly to, CancellationToken cancellation = default) => Read<(string, string, long), ViewCount>(
        "SELECT page, locale, SUM(times) FROM page_view WHERE day BETWEEN @from AND @to GROUP BY page, locale ORDER BY SUM(times) DESC, page, locale",
        from, to, r => new(r.Item1, r.Item2, r.Item3), cancellation);

    public void Dispose() => _file.Dispose();

    private Task<IReadOnlyList<T>> Read<TRow, T>(string sql, DateOnly from, DateOnly to, Func<TRow, T> make, CancellationToken cancellation, int most = int.MaxValue) =>
        _file.Exists
            ? _file.Run<IReadOnlyList<T>>(c => [.. c.Query<TRow>(sql, new { from = Text(from), to = Text(to), most }).Select(make)], [], cancellation)
            : Task.FromResult<IReadOnlyList<T>>([]);

    private static void AddSearches(SqliteConnection connection, DateOnly day, IReadOnlyCollection<KeyValuePair<SiteEvent, long>> counts)
    {
        var known = connection.Query<string>("SELECT DISTINCT query FROM search WHERE day = @day", new { day = Text(day) }).ToHashSet(StringComparer.Ordinal);
        foreach (var (one, times) in counts)
        {
            if (one is not SearchEvent s || s.Day != day) continue;
            var isKept = known.Contains(s.Query) || (known.Count < IEventStore.MostQueries && known.Add(s.Query));
            connection.Execute("INSERT INTO search VALUES (@Day, @Hour, @Tag, @Query, @Code, @Best, @Results, @times) ON CONFLICT DO UPDATE SET times = times + excluded.times",
                new { Day = Text(day), s.Hour, s.Locale.Tag, Query = isKept ? s.Query : "", Code = isKept ? s.Code ?? "" : "", Best = s.Best?.ToString() ?? "", s.Results, times });
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
