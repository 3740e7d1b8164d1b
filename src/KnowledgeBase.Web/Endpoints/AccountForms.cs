using KnowledgeBase.Content;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Web.Accounts;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>The small forms on every page of staff: sign out, change the language.</summary>
public static class AccountForms
{
    public static void MapAccountForms(this IEndpointRouteBuilder app)
    {
        app.MapPost(Urls.SignOut, SignOut).ExcludeFromDescription();
        app.MapPost(Urls.AccountLanguage, ChooseLanguage).ExcludeFromDescription();
    }

    private static async Task<RedirectHttpResult> SignOut(HttpContext context, IAuditLog audit, TimeProvider clock)
    {
        if (SignedIn.Of(context.User) is { } me) await audit.Add(new(clock.GetUtcNow(), me.Name, AuditAction.SignedOut, me.Name));
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
}
