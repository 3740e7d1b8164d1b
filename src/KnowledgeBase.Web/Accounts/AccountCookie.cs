using System.Security.Claims;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Accounts;

/// <summary>The cookie names a session of the store; role and name are read from there at each request, so nothing in a cookie can be
/// out of date, and a session that ended stays ended.</summary>
public sealed class AccountCookie(IAccountStore accounts, AccountCheck check, IOptions<SiteOptions> options, TimeProvider clock) : CookieAuthenticationEvents
{
    public override async Task SigningIn(CookieSigningInContext context)
    {
        var (secret, now) = (AccountSecret.New(), clock.GetUtcNow());
        var until = now.AddHours(options.Value.Auth.SessionHours);
        var account = context.Principal!.FindFirstValue(ClaimTypes.NameIdentifier)!;
        // A browser that is signed in already begins anew: its former session must not linger.
        await End(context.HttpContext);
        await accounts.Begin(new(AccountSecret.Mark(secret), account, now, until), context.HttpContext.RequestAborted);
        ((ClaimsIdentity)context.Principal!.Identity!).AddClaim(new(AccountClaims.Session, secret));
        (context.Properties.ExpiresUtc, context.Properties.IsPersistent, context.Properties.AllowRefresh) = (until, false, false);
    }

    public override Task SigningOut(CookieSigningOutContext context) => End(context.HttpContext);

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (await check.Now(context.Principal, context.HttpContext.RequestAborted) is { } account)
            context.ReplacePrincipal(AccountClaims.Of(account, context.Principal!.FindFirstValue(AccountClaims.Session)));
        else
            context.RejectPrincipal();
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (Areas.IsMachine(request.Path)) context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        // What a form held is not sent on; after signing in its page is asked for again.
        else context.Response.Redirect(Urls.SignIn(HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : request.Path));
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private async Task End(HttpContext context)
    {
        if (context.User.FindFirstValue(AccountClaims.Session) is { } session) await accounts.End(AccountSecret.Mark(session), CancellationToken.None);
    }
}
