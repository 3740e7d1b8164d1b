using Dapper;
using KnowledgeBase.Site.Accounts;

namespace KnowledgeBase.Site.Storage;

public sealed partial class SqliteAccountStore
{
    public Task<bool> Begin(AccountSession session, CancellationToken cancellation = default) => _file.Run(c =>
    {
        var row = new { session.Mark, session.AccountId, Since = session.Since.ToUnixTimeMilliseconds(), Until = session.Until.ToUnixTimeMilliseconds() };
        c.Execute("DELETE FROM account_session WHERE until <= @Since", row);
        c.Execute("INSERT INTO account_session VALUES (@Mark, @AccountId, @Since, @Until)", row);
        return true;
    }, false, cancellation);

    public Task<Account?> FindBySession(string mark, DateTimeOffset now, CancellationToken cancellation = default) => One(
        "WHERE id = (SELECT account FROM account_session WHERE mark = @mark AND until > @now)", new { mark, now = now.ToUnixTimeMilliseconds() }, cancellation);

    public Task End(string mark, CancellationToken cancellation = default) =>
        _file.Run(c => c.Execute("DELETE FROM account_session WHERE mark = @mark", new { mark }), 0, cancellation);

    public Task EndAll(string accountId, CancellationToken cancellation = default) =>
        _file.Run(c => c.Execute("DELETE FROM account_session WHERE account = @accountId", new { accountId }), 0, cancellation);
}
