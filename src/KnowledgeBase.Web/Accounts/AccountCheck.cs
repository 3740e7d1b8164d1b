using System.Security.Claims;
using KnowledgeBase.Site.Accounts;

namespace KnowledgeBase.Web.Accounts;

/// <summary>Asks the store what has become of someone who signed in. A cookie says who somebody was; this says what they may do now.</summary>
public sealed class AccountCheck(IAccountStore accounts, TimeProvider clock)
{
    /// <returns>The account as it is now; null where the session ended, the account was disabled or the store cannot be asked.</returns>
    public async Task<Account?> Now(ClaimsPrincipal? user, CancellationToken cancellation = default)
    {
        if (user?.FindFirstValue(AccountClaims.Session) is not { } session) return null;
        var account = await accounts.FindBySession(AccountSecret.Mark(session), clock.GetUtcNow(), cancellation);
        return account is { IsDisabled: false } && account.Id == user.FindFirstValue(ClaimTypes.NameIdentifier) && account.Stamp == user.FindFirstValue(AccountClaims.Stamp)
            ? account : null;
    }

    /// <summary>For handlers of a circuit, which may have been opened long ago: whether this user may still do what needs the role.</summary>
    public async Task<bool> May(ClaimsPrincipal? user, string role, CancellationToken cancellation = default) =>
        await Now(user, cancellation) is { } account && Roles.Allows(account.Role, role);
}
