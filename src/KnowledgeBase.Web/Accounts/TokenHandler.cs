using System.Security.Claims;
using System.Text.Encodings.Web;
using KnowledgeBase.Site.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Accounts;

/// <summary>Programs show a token in the header `Authorization: Bearer …`, at addresses below `/api` only.</summary>
public sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ITokenStore tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "token";

    private const string Bearer = "Bearer ";

    private static readonly string[] s_queryNames = ["token", "access_token", "api_key", "apikey", "bearer"];

    public static bool IsShown(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") && request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    /// <summary>A token in an address ends up in logs and histories: who sends one is told at once that it does not work.</summary>
    public static bool IsInQuery(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") && request.QueryString.HasValue && request.Query.Keys.Any(k => s_queryNames.Contains(k, StringComparer.OrdinalIgnoreCase));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var shown = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        if (!shown.StartsWith(ApiToken.Prefix, StringComparison.Ordinal) || shown.Length > 200) return AuthenticateResult.Fail("not a token of this site");
        if (await tokens.FindToken(AccountSecret.Mark(shown), TimeProvider.GetUtcNow(), Context.RequestAborted) is not var (token, owner) || owner.IsDisabled)
            return AuthenticateResult.Fail("unknown, revoked or past its time");
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, owner.Id), new(ClaimTypes.Name, owner.Name)], Name, ClaimTypes.Name, ClaimTypes.Role);
        if (Roles.Lower(token.Role, owner.Role) is { } role) identity.AddClaim(new(ClaimTypes.Role, role));
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
