using System.Globalization;
using Dapper;
using KnowledgeBase.Site.Insights;
using Npgsql;

namespace KnowledgeBase.Postgres;

/// <summary>The event store that all replicas count into.</summary>
public sealed class PostgresEventStore(PostgresDatabase database) : IEventStore
{
    private const string DayOf = "'YYYY-MM-DD'";

    public string? Problem => database.Problem;

    public Task<bool> Add(IReadOnlyCollection<KeyValuePair<SiteEvent, long>> counts, CancellationToken cancellation = default) => database.Run(async c =>
    {
        // In one order on all replicas: rows locked crosswise would wait for each other.
        var ordered = counts.OrderBy(p => p.Key.ToString(), StringComparer.Ordinal).ToList();
        foreach (var day in ordered.Select(p => p.Key).OfType<SearchEvent>().Select(e => e.Day).Distinct().ToList()) await AddSearches(c, day, ordered);
        foreach (var (one, times) in ordered)
            if (one is GuideEvent g)
                await c.ExecuteAsync(
                    "INSERT INTO guide_move VALUES (@Day::date, @Guide, @Version, @Node, @Move, @Tag, @times) ON CONFLICT (day, guide, version, node, move, locale) DO UPDATE SET times = guide_move.times + excluded.times",
                    new { Day = Text(g.Day), g.Guide, g.Version, g.Node, Move = g.Move.ToString(), g.Locale.Tag, times });
            else if (one is ViewEvent v)
                await c.ExecuteAsync(
                    "INSERT INTO page_view VALUES (@Day::date, @Page, @Tag, @times) ON CONFLICT (day, page, locale) DO UPDATE SET times = page_view.times + excluded.times",
                    new { Day = Text(v.Day), v.Page, v.Locale.Tag, times });
        return true;
    }, false, cancellation);

    public Task Forget(DateOnly before, CancellationToken cancellation = default) => database.Run(c => c.ExecuteAsync(
        "DELETE FROM search WHERE day < @day::date; DELETE FROM guide_move WHERE day < @day::date; DELETE FROM page_view WHERE day < @day::date", new { day = Text(before) }), 0, cancellation);

    public Task<IReadOnlyList<SearchDay>> SearchDays(DateOnly from, DateOnly to, CancellationToken cancellation = default) => Read<(string, string, long, long), SearchDay>(
        $"""
         SELECT to_char(day, {DayOf}), locale, SUM(times)::bigint, SUM(CASE WHEN results = 0 THEN times ELSE 0 END)::bigint
         FROM search WHERE day BETWEEN @from::date AND @to::date GROUP BY day, locale ORDER BY day, locale
         """,
        from, to, r => new(Day(r.Item1), r.Item2, r.Item3, r.Item4), cancellation);

    public Task<IReadOnlyList<SearchCount>> Searches(DateOnly from, DateOnly to, int most = 500, CancellationToken cancellation = default) => Read<(string, string, string, long, long, string), SearchCount>(
        $"""
         SELECT query, code, string_agg(DISTINCT locale, ','), SUM(times)::bigint, SUM(CASE WHEN results = 0 THEN times ELSE 0 END)::bigint AS missed, to_char(MAX(day), {DayOf})
         FROM search WHERE day BETWEEN @from::date AND @to::date AND query <> '' GROUP BY query, code ORDER BY missed DESC, SUM(times) DESC, query COLLATE "C" LIMIT @most
         """,
        from, to, r => new(r.Item1, r.Item2.Length == 0 ? null : r.Item2, [.. r.Item3.Split(',').Order(StringComparer.Ordinal)], r.Item4, r.Item5, Day(r.Item6)), cancellation, most);

    public Task<IReadOnlyList<GuideCount>> Guides(DateOnly from, DateOnly to, CancellationToken cancellation = default) => Read<(string, string, string, string, long), GuideCount>(
        """
        SELECT guide, version, node, move, SUM(times)::bigint FROM guide_move WHERE day BETWEEN @from::date AND @to::date
        GROUP BY guide, version, node, move ORDER BY guide COLLATE "C", version COLLATE "C", node COLLATE "C", move COLLATE "C"
        """,
        from, to, r => new(r.Item1, r.Item2, r.Item3, Enum.Parse<GuideMove>(r.Item4), r.Item5), cancellation);

    public Task<IReadOnlyList<ViewCount>> Views(DateOnly from, DateOnly to, CancellationToken cancellation = default) => Read<(string, string, long), ViewCount>(
        """
        SELECT page, locale, SUM(times)::bigint FROM page_view WHERE day BETWEEN @from::date AND @to::date
        GROUP BY page, locale ORDER BY SUM(times) DESC, page COLLATE "C", locale
        """,
        from, to, r => new(r.Item1, r.Item2, r.Item3), cancellation);

    private Task<IReadOnlyList<T>> Read<TRow, T>(string sql, DateOnly from, DateOnly to, Func<TRow, T> make, CancellationToken cancellation, int most = int.MaxValue) =>
        database.Run<IReadOnlyList<T>>(async c => [.. (await c.QueryAsync<TRow>(sql, new { from = Text(from), to = Text(to), most })).Select(make)], [], cancellation);

    private static async Task AddSearches(NpgsqlConnection connection, DateOnly day, IReadOnlyCollection<KeyValuePair<SiteEvent, long>> counts)
    {
        var known = (await connection.QueryAsync<string>("SELECT DISTINCT query FROM search WHERE day = @day::date", new { day = Text(day) })).ToHashSet(StringComparer.Ordinal);
        foreach (var (one, times) in counts)
        {
            if (one is not SearchEvent s || s.Day != day) continue;
            // The one character that this database does not take in a text.
            var words = s.Query.Replace("\0", "", StringComparison.Ordinal);
            var isKept = known.Contains(words) || (known.Count < IEventStore.MostQueries && known.Add(words));
            await connection.ExecuteAsync(
                """
                INSERT INTO search VALUES (@Day::date, @Hour, @Tag, @Query, @Code, @Best, @Results, @times)
                ON CONFLICT (day, query, hour, locale, code, best, results) DO UPDATE SET times = search.times + excluded.times
                """,
                new { Day = Text(day), s.Hour, s.Locale.Tag, Query = isKept ? words : "", Code = isKept ? s.Code ?? "" : "", Best = s.BestName, s.Results, times });
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
