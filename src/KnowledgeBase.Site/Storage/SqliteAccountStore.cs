using Dapper;
using KnowledgeBase.Site.Accounts;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Site.Storage;

/// <summary>Accounts, sessions, tokens and audit log of a site that runs as one process.</summary>
public sealed partial class SqliteAccountStore : IAccountStore, IAuditLog, ITokenStore, IDisposable
{
    /// <summary>The file's name in the data folder.</summary>
    public const string FileName = "accounts.db";

    private static readonly string[] s_shapes =
    [
        """
        CREATE TABLE account (
          id TEXT PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE, role TEXT, disabled INTEGER NOT NULL, password TEXT, stamp TEXT NOT NULL,
          failures INTEGER NOT NULL, locked INTEGER, two_factor INTEGER NOT NULL, authenticator TEXT, code_step INTEGER NOT NULL, recovery TEXT NOT NULL,
          created INTEGER NOT NULL, version INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE account_login (
          provider TEXT NOT NULL, subject TEXT NOT NULL, account TEXT NOT NULL REFERENCES account, PRIMARY KEY (provider, subject)) WITHOUT ROWID;
        CREATE TABLE account_session (
          mark TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account, since INTEGER NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX account_session_of ON account_session (account);
        CREATE TABLE audit (number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT);
        """,
        """
        CREATE TABLE account_token (
          id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account, name TEXT NOT NULL, mark TEXT NOT NULL UNIQUE, role TEXT NOT NULL,
          created INTEGER NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX account_token_of ON account_token (account);
        """,
    ];

    private const string Columns =
        "id, name, key, role, disabled, password, stamp, failures, locked, two_factor AS TwoFactor, authenticator, code_step AS CodeStep, recovery, created, version";

    private readonly SqliteFile _file;

    /// <param name="folder">The data folder; made on first use.</param>
    public SqliteAccountStore(string folder, long mostBytes = SqliteFile.MostBytes) => _file = new(folder, s_shapes, mostBytes, FileName);

    public string? Problem => _file.Problem;

    /// <summary>Whether anybody was ever added.</summary>
    public bool Exists => _file.Exists;

    public Task<Account?> Find(string id, CancellationToken cancellation = default) => One("WHERE id = @id", new { id }, cancellation);

    public Task<Account?> FindByKey(string key, CancellationToken cancellation = default) => One("WHERE key = @key", new { key }, cancellation);

    public Task<Account?> FindByLogin(string provider, string subject, CancellationToken cancellation = default) =>
        One("WHERE id = (SELECT account FROM account_login WHERE provider = @provider AND subject = @subject)", new { provider, subject }, cancellation);

    public Task<IReadOnlyList<Account>> All(CancellationToken cancellation = default) => _file.Run<IReadOnlyList<Account>>(
        c => [.. c.Query<AccountRow>($"SELECT {Columns} FROM account ORDER BY key").Select(r => r.Account())], [], cancellation);

    public Task<AccountWrite> Add(Account account, (string Provider, string Subject)? login = null, CancellationToken cancellation = default) => _file.Run(c =>
    {
        var added = c.Execute(
            """
            INSERT INTO account VALUES (@Id, @Name, @Key, @Role, @Disabled, @Password, @Stamp, @Failures, @Locked, @TwoFactor, @Authenticator, @CodeStep, @Recovery, @Created, @Version)
            ON CONFLICT DO NOTHING
            """, AccountRow.Of(account));
        if (added == 0) return AccountWrite.NameTaken;
        if (login is { } l) c.Execute("INSERT INTO account_login VALUES (@Provider, @Subject, @Id)", new { l.Provider, l.Subject, account.Id });
        return AccountWrite.Written;
    }, AccountWrite.NotKept, cancellation);

    public async Task<AccountWrite> Update(Account account, CancellationToken cancellation = default)
    {
        var written = await _file.Run(c => Update(c, AccountRow.Of(account)), AccountWrite.NotKept, cancellation);
        if (written == AccountWrite.Written) account.Version++;
        return written;
    }

    public Task<int> CountFailure(string id, CancellationToken cancellation = default) => _file.Run(
        c => c.ExecuteScalar<int>("UPDATE account SET failures = failures + 1 WHERE id = @id RETURNING failures", new { id }), int.MaxValue, cancellation);

    public Task ClearFailures(string id, CancellationToken cancellation = default) => _file.Run(
        c => c.Execute("UPDATE account SET failures = 0 WHERE id = @id AND failures <> 0", new { id }), 0, cancellation);

    public void Dispose() => _file.Dispose();

    private Task<Account?> One(string which, object values, CancellationToken cancellation) =>
        _file.Run(c => c.QuerySingleOrDefault<AccountRow>($"SELECT {Columns} FROM account {which}", values)?.Account(), null, cancellation);

    private static AccountWrite Update(SqliteConnection c, AccountRow row)
    {
        var isAdmin = row.Role == Roles.Admin && !row.Disabled;
        if (!isAdmin && c.ExecuteScalar<long>("SELECT COUNT(*) FROM account WHERE role = 'admin' AND disabled = 0 AND id = @Id", row) == 1
            && c.ExecuteScalar<long>("SELECT COUNT(*) FROM account WHERE role = 'admin' AND disabled = 0") == 1)
            return AccountWrite.LastAdmin;
        if (c.ExecuteScalar<long>("SELECT COUNT(*) FROM account WHERE key = @Key AND id <> @Id", row) > 0) return AccountWrite.NameTaken;
        var changed = c.Execute(
            """
            UPDATE account SET name = @Name, key = @Key, role = @Role, disabled = @Disabled, password = @Password, stamp = @Stamp, locked = @Locked, two_factor = @TwoFactor,
              authenticator = @Authenticator, code_step = @CodeStep, recovery = @Recovery, version = version + 1
            WHERE id = @Id AND version = @Version
            """, row);
        if (changed == 0) return AccountWrite.Conflict;
        if (row.Disabled) c.Execute("DELETE FROM account_session WHERE account = @Id", row);
        return AccountWrite.Written;
    }
}
