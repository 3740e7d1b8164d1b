namespace KnowledgeBase.Site.Accounts;

/// <summary>What admins do with accounts, from the site or from a shell. Every change is in the audit log.</summary>
public sealed class AccountBook(IAccountStore accounts, IAuditLog audit, TimeProvider clock)
{
    /// <summary>How the log names whoever works from a shell.</summary>
    public const string CommandLine = "kb";

    /// <param name="by">Name of whoever does it.</param>
    /// <param name="password">Null for an account that signs in elsewhere.</param>
    public async Task<AccountChange> Add(string by, string name, string? role, string? password, CancellationToken cancellation = default)
    {
        if (!AccountName.IsValid(name)) return AccountChange.BadName;
        if (role is not null && !Roles.IsKnown(role)) return AccountChange.BadRole;
        if (password is not null && !Passwords.IsStrong(name, password)) return AccountChange.WeakPassword;
        var account = new Account { Name = name, Key = AccountName.Key(name), Role = role, CreatedAt = clock.GetUtcNow() };
        if (password is not null) account.PasswordHash = Passwords.Hash(account, password);
        return await Log(await accounts.Add(account, null, cancellation), by, AuditAction.AccountAdded, name, role, cancellation);
    }

    public Task<AccountChange> SetRole(string by, string id, string? role, CancellationToken cancellation = default) =>
        role is not null && !Roles.IsKnown(role) ? Task.FromResult(AccountChange.BadRole)
        : Change(by, id, a => a.Role = role, AuditAction.RoleChanged, role ?? "-", cancellation);

    /// <summary>Disabling signs the account out everywhere.</summary>
    public Task<AccountChange> SetDisabled(string by, string id, bool disabled, CancellationToken cancellation = default) => Change(by, id, a =>
    {
        a.IsDisabled = disabled;
        a.Stamp = Account.NewStamp();
    }, disabled ? AuditAction.Disabled : AuditAction.Enabled, null, cancellation);

    /// <summary>Gives another password, lifts a lock, and signs the account out everywhere.</summary>
    public async Task<AccountChange> SetPassword(string by, string id, string password, CancellationToken cancellation = default)
    {
        if (await accounts.Find(id, cancellation) is not { } known) return Missing;
        if (!Passwords.IsStrong(known.Name, password)) return AccountChange.WeakPassword;
        var change = await Change(by, id, a =>
        {
            a.PasswordHash = Passwords.Hash(a, password);
            a.LockedUntil = null;
            a.Stamp = Account.NewStamp();
        }, AuditAction.PasswordReset, null, cancellation);
        if (change != AccountChange.Done) return change;
        await accounts.ClearFailures(id, cancellation);
        await accounts.EndAll(id, cancellation);
        return change;
    }

    /// <summary>For someone who lost the app and the recovery codes.</summary>
    public Task<AccountChange> ResetTwoFactor(string by, string id, CancellationToken cancellation = default) => Change(by, id, a =>
    {
        (a.HasTwoFactor, a.AuthenticatorKey, a.RecoveryCodes) = (false, null, []);
        a.Stamp = Account.NewStamp();
    }, AuditAction.TwoFactorReset, null, cancellation);

    public async Task<AccountChange> SignOutEverywhere(string by, string id, CancellationToken cancellation = default)
    {
        var change = await Change(by, id, a => a.Stamp = Account.NewStamp(), AuditAction.SignedOutEverywhere, null, cancellation);
        if (change == AccountChange.Done) await accounts.EndAll(id, cancellation);
        return change;
    }

    private AccountChange Missing => accounts.Problem is null ? AccountChange.Unknown : AccountChange.NotKept;

    private async Task<AccountChange> Change(string by, string id, Action<Account> change, string action, string? detail, CancellationToken cancellation)
    {
        if (await accounts.Find(id, cancellation) is not { } account) return Missing;
        change(account);
        return await Log(await accounts.Update(account, cancellation), by, action, account.Name, detail, cancellation);
    }

    private async Task<AccountChange> Log(AccountWrite written, string by, string action, string subject, string? detail, CancellationToken cancellation)
    {
        if (written == AccountWrite.Written) await audit.Add(new(clock.GetUtcNow(), by, action, subject, detail), cancellation);
        return written switch
        {
            AccountWrite.Written => AccountChange.Done,
            AccountWrite.NameTaken => AccountChange.NameTaken,
            AccountWrite.LastAdmin => AccountChange.LastAdmin,
            AccountWrite.Conflict => AccountChange.Conflict,
            _ => AccountChange.NotKept,
        };
    }
}
