using KnowledgeBase.Site.Accounts;
using Microsoft.AspNetCore.Identity;

namespace KnowledgeBase.Web.Accounts;

/// <summary>Codes of authenticator apps, each taken once: whoever looked over a shoulder comes too late.</summary>
public sealed class SingleUseCodes(IAccountStore accounts, TimeProvider clock) : AuthenticatorTokenProvider<Account>
{
    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { } key || !await base.ValidateAsync(purpose, token, manager, user)) return false;
        if (CodeSteps.Find(key, token, clock.GetUtcNow()) is not { } step || step <= user.LastCodeStep) return false;
        user.LastCodeStep = step;
        // Of two that come at once with the same code, the second one meets a newer version.
        return await accounts.Update(user) == AccountWrite.Written;
    }
}
