using KnowledgeBase.Site.Accounts;
using Microsoft.AspNetCore.Identity;

namespace KnowledgeBase.Web.Accounts;

/// <summary>Name and password. Whether the name is unknown, the password wrong, the account locked or disabled: the answer is the
/// same, and takes as long.</summary>
public sealed class SignInByPassword(SignInManager<Account> signIns, IAccountStore accounts, IAuditLog audit, TimeProvider clock)
{
    private static readonly string s_nobodysHash = Passwords.Hash(new Account(), AccountSecret.New());

    /// <summary>False where accounts cannot be read at present.</summary>
    public bool IsUsable => accounts.Problem is null;

    public async Task<SignInResult> Try(string name, string password)
    {
        if (password.Length > Passwords.Longest) return SignInResult.Failed;
        var account = await accounts.FindByKey(AccountName.Key(name));
        if (account?.PasswordHash is null || account.IsDisabled || account.LockedUntil > clock.GetUtcNow()) Passwords.Hasher.VerifyHashedPassword(new Account(), s_nobodysHash, password);
        if (account is null) return SignInResult.Failed;
        var result = await signIns.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        var action = result.Succeeded ? AuditAction.SignedIn : result.RequiresTwoFactor ? null : result.IsLockedOut ? AuditAction.LockedOut : AuditAction.SignInFailed;
        if (action is not null) await audit.Add(new(clock.GetUtcNow(), account.Name, action, account.Name));
        return result;
    }
}
