using System.Security.Cryptography;
using Dapper;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using Npgsql;

namespace KnowledgeBase.Postgres;

public sealed partial class PostgresVisitorStore
{
    public Task<Recorded> Add(Vote vote, Visitor visitor, CancellationToken cancellation = default) => database.Run(async c =>
    {
        var row = new
        {
            vote.Page, Locale = vote.Locale.Tag, vote.Revision, vote.Query,
            Mark = VisitorMark.Of(await Salt(c, vote), $"{vote.Page} {vote.Locale.Tag} {vote.Revision}", visitor),
            Helpful = vote.IsHelpful, Reason = vote.Reason?.ToString(), Day = Today,
        };
        // A reason given after the vote adds to it and keeps the query that came with the first press.
        var changed = await c.ExecuteAsync(
            """
            INSERT INTO vote VALUES (@Page, @Locale, @Revision, @Mark, @Helpful, @Reason, @Query, @Day::date)
            ON CONFLICT (page, locale, revision, mark) DO UPDATE
            SET helpful = excluded.helpful, reason = excluded.reason, query = COALESCE(excluded.query, vote.query), day = excluded.day
            WHERE vote.helpful <> excluded.helpful OR vote.reason IS DISTINCT FROM excluded.reason
            """, row);
        return changed == 0 ? Recorded.Repeated : Recorded.Counted;
    }, Recorded.NotKept, cancellation);

    public Task<IReadOnlyList<VoteCount>> Votes(CancellationToken cancellation = default) => database.Run(async c => VoteCount.Of(
        await c.QueryAsync<(string Page, string Locale, string Revision, bool Helpful, string? Reason, long Votes, string Last)>(
            $"SELECT page, locale, revision, helpful, reason, COUNT(*), to_char(MAX(day), {DayOf}) FROM vote GROUP BY page, locale, revision, helpful, reason"),
        await c.QueryAsync<(string Page, string Locale, string Revision, string Query)>(
            "SELECT page, locale, revision, query FROM vote WHERE NOT helpful AND query IS NOT NULL GROUP BY page, locale, revision, query ORDER BY COUNT(*) DESC, query")), [], cancellation);

    /// <summary>The salt of this text; the first vote of a text makes the votes on the one before point at nobody.</summary>
    private static async Task<byte[]> Salt(NpgsqlConnection connection, Vote vote)
    {
        const string ofThisText = "SELECT salt FROM vote_salt WHERE page = @Page AND locale = @Locale AND revision = @Revision";
        var text = new { vote.Page, Locale = vote.Locale.Tag, vote.Revision, Salt = RandomNumberGenerator.GetBytes(32) };
        // Asked first: an upsert would make all voters on a page wait for each other.
        if (await connection.QuerySingleOrDefaultAsync<byte[]>(ofThisText, text) is { } known) return known;
        // Answers the salt that stands there, whoever wrote it: a second upsert in the same moment waits for the first.
        return await connection.QuerySingleAsync<byte[]>(
            """
            INSERT INTO vote_salt VALUES (@Page, @Locale, @Revision, @Salt)
            ON CONFLICT (page, locale) DO UPDATE
            SET salt = CASE WHEN vote_salt.revision = excluded.revision THEN vote_salt.salt ELSE excluded.salt END, revision = excluded.revision
            RETURNING salt
            """, text);
    }
}
