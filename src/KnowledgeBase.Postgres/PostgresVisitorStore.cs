using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using Npgsql;

namespace KnowledgeBase.Postgres;

/// <summary>The visitors' store of a site that runs as several replicas.</summary>
public sealed partial class PostgresVisitorStore(PostgresDatabase database, TimeProvider clock) : IVisitorStore
{
    private const string DayOf = "'YYYY-MM-DD'";

    public string? Problem => database.Problem;

    public Task<Recorded> Add(ArticleRequest request, Visitor visitor, CancellationToken cancellation = default) => database.Run(async c =>
    {
        var (day, salt) = await Salt(c, Today);
        var row = new { Kind = request.Kind.ToString(), request.Subject, Locale = request.Locale.Tag, Day = day };
        var thing = $"{row.Kind} {row.Subject}";
        var mark = VisitorMark.Of(salt, thing, visitor);
        if (await c.ExecuteAsync("INSERT INTO day_mark VALUES (@thing, @mark) ON CONFLICT DO NOTHING", new { thing, mark }) == 0) return Recorded.Repeated;
        await c.ExecuteAsync(
            "INSERT INTO request VALUES (@Kind, @Subject, @Locale, @Day::date, 1) ON CONFLICT (kind, subject, locale, day) DO UPDATE SET visitors = request.visitors + 1", row);
        return Recorded.Counted;
    }, Recorded.NotKept, cancellation);

    public Task<IReadOnlyList<RequestCount>> Requests(CancellationToken cancellation = default) => database.Run<IReadOnlyList<RequestCount>>(async c =>
        [.. (await c.QueryAsync<(string Kind, string Subject, string Locale, long Visitors, string First, string Last)>(
            $"""
             SELECT kind, subject, locale, SUM(visitors)::bigint, to_char(MIN(day), {DayOf}), to_char(MAX(day), {DayOf})
             FROM request GROUP BY kind, subject, locale ORDER BY SUM(visitors) DESC
             """))
            .GroupBy(r => (r.Kind, r.Subject))
            .Select(g => new RequestCount(
                Enum.Parse<RequestKind>(g.Key.Kind), g.Key.Subject, g.Sum(r => r.Visitors), [.. g.Select(r => r.Locale)], Day(g.Min(r => r.First)!), Day(g.Max(r => r.Last)!)))
            .OrderByDescending(r => r.Visitors).ThenByDescending(r => r.Last).ThenBy(r => r.Subject, StringComparer.Ordinal)], [], cancellation);

    public Task Check(CancellationToken cancellation = default) => database.Run(async c => await c.ExecuteScalarAsync<int>("SELECT 1") == 1, false, cancellation);

    private string Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The salt of the day, which is the latest that any replica has seen: clocks differ around midnight. The first of a day
    /// forgets the visitors of the day before.</summary>
    private static async Task<(string Day, byte[] Salt)> Salt(NpgsqlConnection connection, string today)
    {
        const string latest = $"SELECT to_char(day, {DayOf}), salt FROM day_salt WHERE day >= @today::date ORDER BY day DESC LIMIT 1";
        var known = await connection.QuerySingleOrDefaultAsync<(string Day, byte[]? Salt)>(latest, new { today });
        if (known.Salt is not null) return (known.Day, known.Salt);
        await connection.ExecuteAsync("LOCK TABLE day_salt IN EXCLUSIVE MODE");
        known = await connection.QuerySingleOrDefaultAsync<(string Day, byte[]? Salt)>(latest, new { today });
        if (known.Salt is not null) return (known.Day, known.Salt);
        var salt = RandomNumberGenerator.GetBytes(32);
        await connection.ExecuteAsync("DELETE FROM day_mark; DELETE FROM day_salt; INSERT INTO day_salt VALUES (@today::date, @salt)", new { today, salt });
        return (today, salt);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
