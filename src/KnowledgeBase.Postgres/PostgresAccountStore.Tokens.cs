using Dapper;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Postgres;

public sealed partial class PostgresAccountStore
{
    private const string TokenColumns = "id, account, name, mark, role, created";

    public Task<bool> Add(ApiToken token, CancellationToken cancellation = default) => database.Run(async c =>
    {
        // One at a time for each account, or two at once would both see room.
        await c.ExecuteAsync("SELECT 1 FROM account WHERE id = @AccountId FOR UPDATE", token);
        return await c.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM account_token WHERE account = @AccountId", token) < ApiToken.Most
            && await c.ExecuteAsync($"INSERT INTO account_token ({TokenColumns}, until) VALUES (@Id, @AccountId, @Name, @Mark, @Role, @Created, @Until)", TokenRow.Of(token)) == 1;
    }, false, cancellation);

    public Task<(ApiToken Token, Account Owner)?> FindToken(string mark, DateTimeOffset now, CancellationToken cancellation = default) =>
        database.Run<(ApiToken Token, Account Owner)?>(async c =>
        {
            var token = (await c.QuerySingleOrDefaultAsync<TokenRow>(
                $"SELECT {TokenColumns} FROM account_token WHERE mark = @mark AND until > @now", new { mark, now = now.ToUnixTimeMilliseconds() }))?.Token();
            return token is null ? null : (token, (await c.QuerySingleAsync<AccountRow>($"SELECT {Columns} FROM account WHERE id = @AccountId", token)).Account());
        }, null, cancellation);

    public Task<IReadOnlyList<ApiToken>> TokensOf(string accountId, CancellationToken cancellation = default) => database.Run<IReadOnlyList<ApiToken>>(
        async c => [.. (await c.QueryAsync<TokenRow>($"SELECT {TokenColumns} FROM account_token WHERE account = @accountId ORDER BY created DESC, id", new { accountId })).Select(r => r.Token())],
        [], cancellation);

    public Task<bool> Revoke(string accountId, string id, CancellationToken cancellation = default) => database.Run(
        async c => await c.ExecuteAsync("DELETE FROM account_token WHERE account = @accountId AND id = @id", new { accountId, id }) == 1, false, cancellation);
}
