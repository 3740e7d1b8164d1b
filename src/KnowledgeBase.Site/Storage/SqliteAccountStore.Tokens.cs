using Dapper;
using KnowledgeBase.Site.Accounts;

namespace KnowledgeBase.Site.Storage;

public sealed partial class SqliteAccountStore
{
    private const string TokenColumns = "id, account, name, mark, role, created";

    public Task<bool> Add(ApiToken token, CancellationToken cancellation = default) => _file.Run(c =>
        c.ExecuteScalar<long>("SELECT COUNT(*) FROM account_token WHERE account = @AccountId", token) < ApiToken.Most
        && c.Execute($"INSERT INTO account_token ({TokenColumns}, until) VALUES (@Id, @AccountId, @Name, @Mark, @Role, @Created, @Until)", TokenRow.Of(token)) == 1, false, cancellation);

    public Task<(ApiToken Token, Account Owner)?> FindToken(string mark, DateTimeOffset now, CancellationToken cancellation = default) => _file.Run<(ApiToken Token, Account Owner)?>(c =>
    {
        var token = c.QuerySingleOrDefault<TokenRow>(
            $"SELECT {TokenColumns} FROM account_token WHERE mark = @mark AND until > @now", new { mark, now = now.ToUnixTimeMilliseconds() })?.Token();
        return token is null ? null : (token, c.QuerySingle<AccountRow>($"SELECT {Columns} FROM account WHERE id = @AccountId", token).Account());
    }, null, cancellation);

    public Task<IReadOnlyList<ApiToken>> TokensOf(string accountId, CancellationToken cancellation = default) => _file.Run<IReadOnlyList<ApiToken>>(
        c => [.. c.Query<TokenRow>($"SELECT {TokenColumns} FROM account_token WHERE account = @accountId ORDER BY created DESC, id", new { accountId }).Select(r => r.Token())],
        [], cancellation);

    public Task<bool> Revoke(string accountId, string id, CancellationToken cancellation = default) => _file.Run(
        c => c.Execute("DELETE FROM account_token WHERE account = @accountId AND id = @id", new { accountId, id }) == 1, false, cancellation);
}
