using Dapper;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Storage;
using Npgsql;

namespace KnowledgeBase.Postgres;

/// <summary>Accounts, sessions, tokens and audit log that all replicas share: who signs out on one is signed out on each.</summary>
public sealed partial class PostgresAccountStore(PostgresDatabase database) : IAccountStore, IAuditLog, ITokenStore
{
    private const string Columns =
        "id, name, key, role, disabled, password, stamp, failures, locked, two_factor AS TwoFactor, authenticator, code_step AS CodeStep, recovery, created, version";

    public string? Problem => database.Problem;

    public Task<Account?> Find(string id, CancellationToken cancellation = default) => One("WHERE id = @id", new { id }, cancellation);

    public Task<Account?> FindByKey(string key, CancellationToken cancellation = default) => One("WHERE key = @key", new { key }, cancellation);

    public Task<Account?> FindByLogin(string provider, string subject, CancellationToken cancellation = default) =>
        One("WHERE id = (SELECT account FROM account_login WHERE provider = @provider AND subject = @subject)", new { provider, subject }, cancellation);

    public Task<IReadOnlyList<Account>> All(CancellationToken cancellation = default) => database.Run<IReadOnlyList<Account>>(
        async c => [.. (await c.QueryAsync<AccountRow>($"SELECT {Columns} FROM account ORDER BY key COLLATE \"C\"")).Select(r => r.Account())], [], cancellation);

    public Task<AccountWrite> Add(Account account, (string Provider, string Subject)? login = null, CancellationToken cancellation = default) => database.Run(async c =>
    {
        var added = await c.ExecuteAsync(
            """
            INSERT INTO account VALUES (@Id, @Name, @Key, @Role, @Disabled, @Password, @Stamp, @Failures, @Locked, @TwoFactor, @Authenticator, @CodeStep, @Recovery, @Created, @Version)
            ON CONFLICT DO NOTHING
            """, AccountRow.Of(account));
        if (added == 0) return AccountWrite.NameTaken;
        if (login is { } l) await c.ExecuteAsync("INSERT INTO account_login VALUES (@Provider, @Subject, @Id)", new { l.Provider, l.Subject, account.Id });
        return AccountWrite.Written;
    }, AccountWrite.NotKept, cancellation);

    public async Task<AccountWrite> Update(Account account, CancellationToken cancellation = default)
    {
        var written = await database.Run(c => Update(c, AccountRow.Of(account)), AccountWrite.NotKept, cancellation);
        if (written == AccountWrite.Written) account.Version++;
        return written;
    }

    public Task<int> CountFailure(string id, CancellationToken cancellation = default) => database.Run(
        async c => (int)await c.ExecuteScalarAsync<long>("UPDATE account SET failures = failures + 1 WHERE id = @id RETURNING failures", new { id }), int.MaxValue, cancellation);

    public Task ClearFailures(string id, CancellationToken cancellation = default) => database.Run(
        c => c.ExecuteAsync("UPDATE account SET failures = 0 WHERE id = @id AND failures <> 0", new { id }), 0, cancellation);

    private Task<Account?> One(string which, object values, CancellationToken cancellation) => database.Run(
        async c => (await c.QuerySingleOrDefaultAsync<AccountRow>($"SELECT {Columns} FROM account {which}", values))?.Account(), null, cancellation);

    private static async Task<AccountWrite> Update(NpgsqlConnection c, AccountRow row)
    {
        // One at a time on all replicas: two administrators who demote each other must not both succeed.
        await c.ExecuteAsync("LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE");
        var isAdmin = row.Role == Roles.Admin && !row.Disabled;
        if (!isAdmin && await c.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM account WHERE role = 'admin' AND NOT disabled AND id = @Id", row) == 1
            && await c.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM account WHERE role = 'admin' AND NOT disabled") == 1)
            return AccountWrite.LastAdmin;
        if (await c.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM account WHERE key = @Key AND id <> @Id", row) > 0) return AccountWrite.NameTaken;
        var changed = await c.ExecuteAsync(
            """
            UPDATE account SET name = @Name, key = @Key, role = @Role, disabled = @Disabled, password = @Password, stamp = @Stamp, locked = @Locked, two_factor = @TwoFactor,
              authenticator = @Authenticator, code_step = @CodeStep, recovery = @Recovery, version = version + 1
            WHERE id = @Id AND version = @Version
            """, row);
        if (changed == 0) return AccountWrite.Conflict;
        if (row.Disabled) await c.ExecuteAsync("DELETE FROM account_session WHERE account = @Id", row);
        return AccountWrite.Written;
    }
}
