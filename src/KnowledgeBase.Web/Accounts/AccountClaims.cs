using System.Security.Claims;
using KnowledgeBase.Site.Accounts;
using Microsoft.AspNetCore.Identity;

namespace KnowledgeBase.Web.Accounts;

/// <summary>What a request knows of the account that sent it.</summary>
public sealed class AccountClaims : IUserClaimsPrincipalFactory<Account>
{
    /// <summary>The secret of the session; only in the cookie and in memory.</summary>
    public const string Session = "session";

    public const string Stamp = "stamp";

    public Task<ClaimsPrincipal> CreateAsync(Account user) => Task.FromResult(Of(user, null));

    /// <param name="session">The session's secret, or null before there is one.</param>
    public static ClaimsPrincipal Of(Account account, string? session)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, account.Id));
        identity.AddClaim(new(ClaimTypes.Name, account.Name));
        identity.AddClaim(new(Stamp, account.Stamp));
        if (account.Role is { } role) identity.AddClaim(new(ClaimTypes.Role, role));
        if (session is not null) identity.AddClaim(new(Session, session));
        return new(identity);
    }
}
