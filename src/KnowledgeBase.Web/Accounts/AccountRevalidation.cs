using KnowledgeBase.Site.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace KnowledgeBase.Web.Accounts;

/// <summary>Looks every few seconds whether whoever sits at an open circuit may still do so; if not, the circuit knows nobody from then on.</summary>
public sealed class AccountRevalidation(ILoggerFactory logs, AccountCheck check) : RevalidatingServerAuthenticationStateProvider(logs)
{
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(5);

    protected override TimeSpan RevalidationInterval => Interval;

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        IsStillSo(authenticationState, cancellationToken);

    /// <summary>Whether the account is still signed in, and with the same role.</summary>
    public async Task<bool> IsStillSo(AuthenticationState state, CancellationToken cancellation) =>
        await check.Now(state.User, cancellation) is { } account && SignedIn.Of(state.User)?.Role == account.Role && (account.Role is null || Roles.IsKnown(account.Role));
}
