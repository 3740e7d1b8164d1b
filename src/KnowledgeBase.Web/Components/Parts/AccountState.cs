using KnowledgeBase.Site.Accounts;

namespace KnowledgeBase.Web.Components.Parts;

/// <summary>What an admin wants to know of an account at a glance.</summary>
public static class AccountState
{
    public static string Of(Account account, UiText text, DateTimeOffset now)
    {
        var states = new List<string> { text[account.IsDisabled ? "AccountState.disabled" : account.LockedUntil > now ? "AccountState.locked" : "AccountState.open"] };
        if (account.HasTwoFactor) states.Add(text["AccountState.two-factor"]);
        if (account.PasswordHash is null) states.Add(text["AccountState.elsewhere"]);
        return text.List(states);
    }
}
