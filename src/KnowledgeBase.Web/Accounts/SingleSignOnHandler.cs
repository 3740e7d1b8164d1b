using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using KnowledgeBase.Site;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Accounts;

/// <summary>OAuth 2.0 with state and PKCE as the framework does it; who signed in is asked at the user-info address. The public
/// address of the site is what the provider sends people back to, also behind a proxy.</summary>
public sealed class SingleSignOnHandler(IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder, IOptions<SiteOptions> site)
    : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    public const string Name = "sso";

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri) => base.BuildChallengeUrl(properties, Public(redirectUri));

    protected override Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context) =>
        base.ExchangeCodeAsync(new(context.Properties, context.Code, Public(context.RedirectUri)));

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Options.UserInformationEndpoint);
        request.Headers.Accept.Add(new("application/json"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        using var response = await Backchannel.SendAsync(request, Context.RequestAborted);
        if (!response.IsSuccessStatusCode) throw new AuthenticationFailureException($"The user-info address answered {(int)response.StatusCode}.");
        using var told = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Context.RequestAborted), new() { MaxDepth = 16 });
        var context = new OAuthCreatingTicketContext(new(identity), properties, Context, Scheme, Options, Backchannel, tokens, told.RootElement);
        context.RunClaimActions();
        await Events.CreatingTicket(context);
        return new(context.Principal!, context.Properties, Scheme.Name);
    }

    private string Public(string redirectUri) =>
        site.Value.BaseUrl is { } address ? address.TrimEnd('/') + new Uri(redirectUri).AbsolutePath : redirectUri;
}
