using KnowledgeBase.Site;
using KnowledgeBase.Site.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Accounts;

/// <summary>Signs people in who a provider knows. Who comes for the first time gets an account of their own, never somebody else's:
/// a name or mail address that fits proves nothing.</summary>
public sealed class SingleSignOn(IAccountStore accounts, IAuditLog audit, IOptions<SiteOptions> options, TimeProvider clock) : OAuthEvents
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<SingleSignOn>();
        services.AddTransient<SingleSignOnHandler>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OAuthOptions>, OAuthPostConfigureOptions<OAuthOptions, SingleSignOnHandler>>());
        services.AddOptions<AuthenticationOptions>().Configure<IOptions<SiteOptions>>((o, site) =>
        {
            if (site.Value.Auth.SingleSignOn.IsOn()) o.AddScheme<SingleSignOnHandler>(SingleSignOnHandler.Name, null);
        });
        services.AddOptions<OAuthOptions>(SingleSignOnHandler.Name).Configure<IOptions<SiteOptions>>((o, site) => Configure(o, site.Value));
    }

    public override async Task CreatingTicket(OAuthCreatingTicketContext context)
    {
        if (SingleSignOnPerson.Read(context.User, options.Value.Auth.SingleSignOn) is not { } person || await Account(person) is not { IsDisabled: false } account)
            throw new AuthenticationFailureException("The provider named nobody who may sign in here.");
        context.Principal = AccountClaims.Of(account, null);
        await audit.Add(new(clock.GetUtcNow(), account.Name, AuditAction.SignedInElsewhere, account.Name));
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        context.Response.Redirect(Urls.SignInProblem);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static void Configure(OAuthOptions o, SiteOptions site)
    {
        var sso = site.Auth.SingleSignOn;
        (o.ClientId, o.ClientSecret) = (sso.ClientId ?? "", sso.ClientSecret ?? "");
        (o.AuthorizationEndpoint, o.TokenEndpoint, o.UserInformationEndpoint) = (sso.AuthorizationEndpoint ?? "", sso.TokenEndpoint ?? "", sso.UserInfoEndpoint ?? "");
        (o.CallbackPath, o.UsePkce, o.SaveTokens, o.SignInScheme) = (Urls.SingleSignOnCallback, true, false, IdentityConstants.ApplicationScheme);
        (o.EventsType, o.BackchannelTimeout, o.RemoteAuthenticationTimeout) = (typeof(SingleSignOn), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(10));
        o.Scope.Clear();
        foreach (var scope in sso.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries)) o.Scope.Add(scope);
        (o.CorrelationCookie.SameSite, o.CorrelationCookie.HttpOnly) = (SameSiteMode.Lax, true);
        o.CorrelationCookie.SecurePolicy = site.BaseUrl?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    private async Task<Account?> Account(SingleSignOnPerson person)
    {
        if (await accounts.FindByLogin(SingleSignOnHandler.Name, person.Subject) is { } known) return known;
        // Twice: the name may be taken, then one of the subject's own is added to it.
        foreach (var name in new[] { person.Called, $"{(person.Called is { Length: <= 50 } c ? c : "sso")}-{AccountSecret.Mark(person.Subject)[..8].ToLowerInvariant()}" })
        {
            if (name is null) continue;
            var account = new Account { Name = name, Key = AccountName.Key(name), Role = person.Role, CreatedAt = clock.GetUtcNow() };
            if (await accounts.Add(account, (SingleSignOnHandler.Name, person.Subject)) != AccountWrite.Written) continue;
            await audit.Add(new(clock.GetUtcNow(), SingleSignOnHandler.Name, AuditAction.AccountAdded, name, person.Role));
            return account;
        }

        // Of two requests that came at once, the other one may have made it.
        return await accounts.FindByLogin(SingleSignOnHandler.Name, person.Subject);
    }
}
