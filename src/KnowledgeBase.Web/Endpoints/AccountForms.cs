using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Web.Accounts;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>The small forms of staff pages, the door to single sign-on, and who a token belongs to.</summary>
public static class AccountForms
{
    public static void MapAccountForms(this IEndpointRouteBuilder app)
    {
        app.MapPost(Urls.SignOut, SignOut).ExcludeFromDescription();
        app.MapPost(Urls.SignOutEverywhere, SignOutEverywhere).ExcludeFromDescription();
        app.MapPost(Urls.AccountLanguage, ChooseLanguage).ExcludeFromDescription();
        app.MapGet(Urls.SingleSignOnDoor, GoToProvider).ExcludeFromDescription();
        app.MapGet(Urls.TokenOwnerApi, TokenOwner).WithSummary("Who the token in the header belongs to, and the role it has now.");
    }

    private static async Task<RedirectHttpResult> SignOut(HttpContext context, IAuditLog audit, TimeProvider clock)
    {
        if (SignedIn.Of(context.User) is { } me) await audit.Add(new(clock.GetUtcNow(), me.Name, AuditAction.SignedOut, me.Name));
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        return TypedResults.LocalRedirect(Urls.SignIn());
    }

    private static async Task<RedirectHttpResult> SignOutEverywhere(HttpContext context, AccountBook book)
    {
        if (SignedIn.Of(context.User) is { } me) await book.SignOutEverywhere(me.Name, me.Id);
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        return TypedResults.LocalRedirect(Urls.SignIn());
    }

    private static RedirectHttpResult ChooseLanguage(HttpContext context, [FromForm] string? lang, [FromForm] string? returnUrl)
    {
        if (Locale.Find(lang) is { } locale)
            context.Response.Cookies.Append(ReaderLocale.Cookie, locale.Tag, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(400), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true, Secure = context.Request.IsHttps,
            });
        return TypedResults.LocalRedirect(LocalAddress.Check(returnUrl) ?? Urls.Account);
    }

    private static Results<ChallengeHttpResult, NotFound> GoToProvider(IOptions<SiteOptions> options, string? returnUrl) => options.Value.Auth.SingleSignOn.IsOn()
        ? TypedResults.Challenge(new() { RedirectUri = LocalAddress.Check(returnUrl) ?? Urls.Account }, [SingleSignOnHandler.Name])
        : TypedResults.NotFound();

    private static JsonHttpResult<TokenOwnerAnswer> TokenOwner(HttpContext context)
    {
        var me = SignedIn.Of(context.User);
        return TypedResults.Json(new TokenOwnerAnswer(me?.Name ?? "", me?.Role), ApiJson.Default.TokenOwnerAnswer);
    }
}
