using KnowledgeBase.Site.Accounts;
using Microsoft.AspNetCore.Identity;

namespace KnowledgeBase.Web.Accounts;

/// <summary>What people do with their own account. Whatever changes how they sign in ends their other sessions and is in the log.</summary>
public sealed class OwnAccount(UserManager<Account> users, SignInManager<Account> signIns, IAccountStore accounts, IAuditLog audit, TimeProvider clock)
{
    public const int RecoveryCodeCount = 10;

    public Task<Account?> Find(SignedIn? me) => me is null ? Task.FromResult<Account?>(null) : accounts.Find(me.Id);

    /// <returns>Null where it was done, else the key of the words that say why not.</returns>
    public async Task<string?> ChangePassword(Account account, string current, string next)
    {
        if (account.PasswordHash is null || current.Length > Passwords.Longest) return "AccountPasswordWrong";
        // Guesses count as at the door.
        if (!(await signIns.CheckPasswordSignInAsync(account, current, lockoutOnFailure: true)).Succeeded) return "AccountPasswordWrong";
        if (!Passwords.IsStrong(account.Name, next)) return "AccountPasswordWeak";
        if (!(await users.ChangePasswordAsync(account, current, next)).Succeeded) return "AccountNotKept";
        await Renew(account, AuditAction.PasswordChanged);
        return null;
    }

    /// <summary>Makes a key for the app; it counts once <see cref="TurnOn"/> saw a code of it.</summary>
    public async Task<bool> MakeKey(Account account)
    {
        if (account.HasTwoFactor) return false;
        return (await users.ResetAuthenticatorKeyAsync(account)).Succeeded && await Renew(account, null);
    }

    /// <returns>Recovery codes, shown now and never again; null where the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> TurnOn(Account account, string code)
    {
        if (account.HasTwoFactor || !await Verify(account, code)) return null;
        if (!(await users.SetTwoFactorEnabledAsync(account, true)).Succeeded) return null;
        var codes = await MakeCodes(account);
        return codes is not null && await Renew(account, AuditAction.TwoFactorOn) ? codes : null;
    }

    /// <inheritdoc cref="TurnOn"/>
    public async Task<IReadOnlyList<string>?> RenewCodes(Account account, string code)
    {
        if (!account.HasTwoFactor || !await Verify(account, code)) return null;
        var codes = await MakeCodes(account);
        if (codes is not null) await Log(account, AuditAction.RecoveryCodesMade);
        return codes;
    }

    public async Task<bool> TurnOff(Account account, string code)
    {
        if (!account.HasTwoFactor || !await Verify(account, code)) return false;
        (account.AuthenticatorKey, account.RecoveryCodes) = (null, []);
        return (await users.SetTwoFactorEnabledAsync(account, false)).Succeeded && await Renew(account, AuditAction.TwoFactorOff);
    }

    /// <summary>What a person types into the app, or what its camera reads.</summary>
    /// <returns>The key in groups, and the address that apps know.</returns>
    public async Task<(string Key, string Address)?> Key(Account account, string site)
    {
        if (await users.GetAuthenticatorKeyAsync(account) is not { } key) return null;
        var (issuer, label) = (Uri.EscapeDataString(site), Uri.EscapeDataString($"{site}:{account.Name}"));
        return (string.Join(' ', key.Chunk(4).Select(c => new string(c))), $"otpauth://totp/{label}?secret={key}&issuer={issuer}&digits=6");
    }

    private async Task<IReadOnlyList<string>?> MakeCodes(Account account) =>
        await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodeCount) is { } codes ? [.. codes] : null;

    private async Task<bool> Verify(Account account, string code)
    {
        if (await users.IsLockedOutAsync(account)) return false;
        if (await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, SecondStep.Digits(code))) return true;
        await users.AccessFailedAsync(account);
        return false;
    }

    /// <summary>Ends every session and begins a new one here.</summary>
    private async Task<bool> Renew(Account account, string? action)
    {
        await accounts.EndAll(account.Id);
        await signIns.SignInAsync(account, isPersistent: false);
        if (action is not null) await Log(account, action);
        return true;
    }

    private Task<bool> Log(Account account, string action) => audit.Add(new(clock.GetUtcNow(), account.Name, action, account.Name));
}
