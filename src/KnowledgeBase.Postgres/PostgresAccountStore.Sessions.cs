using Dapper;
using KnowledgeBase.Site.Accounts;

namespace KnowledgeBase.Postgres;

public sealed partial class PostgresAccountStore
{
    public Task<bool> Begin(AccountSession session, CancellationToken cancellation = default) => database.Run(async c =>
    {
        var row = new { session.Mark, session.AccountId, Since = session.Since.ToUnixTimeMilliseconds(), Until = session.Until.ToUnixTimeMilliseconds() };
        await c.ExecuteAsync("DELETE FROM account_session WHERE until <= @Since", row);
        await c.ExecuteAsync("INSERT INTO account_session VALUES (@Mark, @AccountId, @Since, @Until)", row);
        return true;
    }, false, cancellation);

    public Task<Account?> FindBySession(string mark, DateTimeOffset now, CancellationToken cancellation = default) => One(
        "WHERE id = (SELECT account FROM account_session WHERE mark = @mark AND until > @now)", new { mark, now = now.ToUnixTimeMilliseconds() }, cancellation);

    public Task End(string mark, CancellationToken cancellation = default) =>
        database.Run(c => c.ExecuteAsync("DELETE FROM account_session WHERE mark = @mark", new { mark }), 0, cancellation);

    public Task EndAll(string accountId, CancellationToken cancellation = default) =>
        database.Run(c => c.ExecuteAsync("DELETE FROM account_session WHERE account = @accountId", new { accountId }), 0, cancellation);

    public Task<bool> Add(AuditEntry entry, CancellationToken cancellation = default) => database.Run(async c => await c.ExecuteAsync(
        "INSERT INTO audit (at, who, action, subject, detail) VALUES (@At, @Who, @Action, @Subject, @Detail)",
        new { At = entry.At.ToUnixTimeMilliseconds(), entry.Who, entry.Action, entry.Subject, entry.Detail }) == 1, false, cancellation);

    public Task<IReadOnlyList<(long Number, AuditEntry Entry)>> Read(int most, long? before = null, CancellationToken cancellation = default) =>
        database.Run<IReadOnlyList<(long Number, AuditEntry Entry)>>(async c =>
            [.. (await c.QueryAsync<(long Number, long At, string Who, string Action, string Subject, string? Detail)>(
                "SELECT number, at, who, action, subject, detail FROM audit WHERE number < @before ORDER BY number DESC LIMIT @most", new { before = before ?? long.MaxValue, most }))
                .Select(r => (r.Number, new AuditEntry(DateTimeOffset.FromUnixTimeMilliseconds(r.At), r.Who, r.Action, r.Subject, r.Detail)))], [], cancellation);
}
