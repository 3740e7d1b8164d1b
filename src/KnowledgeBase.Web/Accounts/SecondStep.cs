using KnowledgeBase.Site.Accounts;
using Microsoft.AspNetCore.Identity;

namespace KnowledgeBase.Web.Accounts;

/// <summary>The code of the app, or one of the recovery codes, after the password was right.</summary>
public sealed class SecondStep(SignInManager<Account> signIns, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Whether somebody's password was right a moment ago.</summary>
    public async Task<bool> IsDue() => await signIns.GetTwoFactorAuthenticationUserAsync() is not null;

    public async Task<bool> TryCode(string code)
    {
        if (await signIns.GetTwoFactorAuthenticationUserAsync() is not { } account) return false;
        var result = await signIns.TwoFactorAuthenticatorSignInAsync(Digits(code), isPersistent: false, rememberClient: false);
        await Log(account, result.Succeeded ? AuditAction.SignedIn : result.IsLockedOut ? AuditAction.LockedOut : AuditAction.SignInFailed);
        return result.Succeeded;
    }

    public async Task<bool> TryRecoveryCode(string code)
    {
        if (code.Length > 40 || await signIns.GetTwoFactorAuthenticationUserAsync() is not { } account) return false;
        var result = await signIns.TwoFactorRecoveryCodeSignInAsync(code.Trim().ToUpperInvariant());
        await Log(account, result.Succeeded ? AuditAction.RecoveryCodeUsed : AuditAction.SignInFailed);
        return result.Succeeded;
    }

    /// <summary>The digits of a code as typed: apps show a gap in the middle, Japanese keyboards type wide ones.</summary>
    public static string Digits(string code) => code.Length > 40 ? "" : string.Concat(
        code.Where(c => char.IsDigit(c) && char.GetNumericValue(c) is >= 0 and <= 9).Select(c => (char)('0' + (int)char.GetNumericValue(c))));

    private Task<bool> Log(Account account, string action) => audit.Add(new(clock.GetUtcNow(), account.Name, action, account.Name));
}
