using KnowledgeBase.Site;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Accounts;

/// <summary>Registers who may sign in, how, and what they may do.</summary>
public static class AccountServices
{
    private const string ByAddress = "by address";

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDataProtection().SetApplicationName("KnowledgeBase");
        services.AddOptions<KeyManagementOptions>().Configure<DataKeys>((o, keys) => o.XmlRepository = keys);
        services.AddSingleton<AccountCheck>();
        services.AddScoped<AccountCookie>();
        services.AddScoped<SignInByPassword>();
        services.AddScoped<SecondStep>();
        services.AddScoped<OwnAccount>();
        SingleSignOn.Add(services);
        services.AddScoped<AuthenticationStateProvider, AccountRevalidation>();
        AddSchemes(services);
        AddIdentity(services);
        services.AddAuthorization(o =>
        {
            foreach (var role in Roles.All) o.AddPolicy(role, p => p.RequireRole(Roles.From(role)));
            o.AddPolicy(Areas.SignedIn, p => p.RequireAuthenticatedUser());
        });
        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<SiteOptions>>((o, site) => Name(o.Cookie, "kb-form", site.Value));
        SignInLimit.Add(services);
    }

    private static void AddSchemes(IServiceCollection services)
    {
        services.AddAuthentication(ByAddress)
            .AddPolicyScheme(ByAddress, null, o => o.ForwardDefaultSelector = c =>
                Areas.KnowsNobody(c.Request.Path) ? NobodyHandler.Name : TokenHandler.IsShown(c.Request) ? TokenHandler.Name : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, NobodyHandler>(NobodyHandler.Name, null)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.Name, null)
            .AddCookie(IdentityConstants.ApplicationScheme, o => (o.EventsType, o.SlidingExpiration) = (typeof(AccountCookie), false))
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, o => o.ExpireTimeSpan = TimeSpan.FromMinutes(5));
        Cookie(IdentityConstants.ApplicationScheme, "kb-account");
        Cookie(IdentityConstants.TwoFactorUserIdScheme, "kb-second-step");

        void Cookie(string scheme, string name) => services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<IOptions<SiteOptions>>((o, site) =>
        {
            Name(o.Cookie, name, site.Value);
            // Links from a ticket lead to pages of the desk; forms carry a token besides.
            o.Cookie.SameSite = SameSiteMode.Lax;
        });
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddSingleton<ILookupNormalizer, AccountKeys>();
        services.AddSingleton<IPasswordHasher<Account>>(Passwords.Hasher);
        services.AddScoped<IUserClaimsPrincipalFactory<Account>, AccountClaims>();
        services.AddScoped<IUserConfirmation<Account>, EnabledAccount>();
        services.AddIdentityCore<Account>(o =>
        {
            o.SignIn.RequireConfirmedAccount = true;
            o.User.AllowedUserNameCharacters = "";
            o.Lockout.MaxFailedAccessAttempts = 5;
            o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
            // The rule of the house stands in Passwords; the framework's asks for kinds of characters.
            (o.Password.RequiredLength, o.Password.RequireDigit, o.Password.RequireLowercase) = (Passwords.Shortest, false, false);
            (o.Password.RequireUppercase, o.Password.RequireNonAlphanumeric) = (false, false);
        }).AddUserStore<AccountIdentity>().AddSignInManager().AddTokenProvider<SingleUseCodes>(TokenOptions.DefaultAuthenticatorProvider);
    }

    /// <summary>Where the public address has TLS, cookies go over TLS only and to this host only; the prefix makes browsers see to it.</summary>
    private static void Name(CookieBuilder cookie, string name, SiteOptions site)
    {
        var isSecure = site.BaseUrl?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;
        (cookie.Name, cookie.SecurePolicy) = (isSecure ? "__Host-" + name : name, isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest);
        (cookie.HttpOnly, cookie.Path, cookie.IsEssential) = (true, "/", true);
    }
}
