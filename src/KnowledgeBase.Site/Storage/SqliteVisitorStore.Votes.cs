using Dapper;
using KnowledgeBase.Site.Insights;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Site.Storage;

public sealed partial class SqliteVisitorStore
{
    public Task<Recorded> Add(Vote vote, Visitor visitor, CancellationToken cancellation = default) => _file.Run(c =>
    {
        var row = new
        {
            vote.Page, Locale = vote.Locale.Tag, vote.Revision, vote.Query,
            Mark = VisitorMark.Of(Salt(c, vote), $"{vote.Page} {vote.Locale.Tag} {vote.Revision}", visitor),
            Helpful = vote.IsHelpful, Reason = vote.Reason?.ToString(), Day = Day(DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime)),
        };
        // A reason given after the vote adds to it and keeps the query that came with the first press.
        var changed = c.Execute(
            """
            INSERT INTO vote VALUES (@Page, @Locale, @Revision, @Mark, @Helpful, @Reason, @Query, @Day)
            ON CONFLICT DO UPDATE SET helpful = excluded.helpful, reason = excluded.reason, query = COALESCE(excluded.query, query), day = excluded.day
            WHERE helpful <> excluded.helpful OR reason IS NOT excluded.reason
            """, row);
        return changed == 0 ? Recorded.Repeated : Recorded.Counted;
    }, Recorded.NotKept, cancellation);

    public Task<IReadOnlyList<VoteCount>> Votes(CancellationToken cancellation = default) => _file.Run(c => VoteCount.Of(
        c.Query<(string Page, string Locale, string Revision, bool Helpful, string? Reason, long Votes, string Last)>(
            "SELECT page, locale, revision, helpful, reason, COUNT(*), MAX(day) FROM vote GROUP BY page, locale, revision, helpful, reason"),
        c.Query<(string Page, string Locale, string Revision, string Query)>(
            "SELECT page, locale, revision, query FROM vote WHERE helpful = 0 AND query IS NOT NULL GROUP BY page, locale, revision, query ORDER BY COUNT(*) DESC, query")), [], cancellation);

    /// <summary>The salt of this text; the first vote of a text makes the votes on the one before point at nobody.</summary>
    private static byte[] Salt(SqliteConnection connection, Vote vote)
    {
        var text = new { vote.Page, Locale = vote.Locale.Tag, vote.Revision };
        connection.Execute(
            """
            INSERT INTO vote_salt VALUES (@Page, @Locale, @Revision, randomblob(32))
            ON CONFLICT DO UPDATE SET revision = excluded.revision, salt = excluded.salt WHERE revision <> excluded.revision
            """, text);
        return connection.QuerySingle<byte[]>("SELECT salt FROM vote_salt WHERE page = @Page AND locale = @Locale", text);
    }
}
