using Microsoft.AspNetCore.Antiforgery;

namespace KnowledgeBase.Web.Security;

/// <summary>Reading pages have no form that changes anything, so none of them stores a token: a cookie would keep every page from being
/// cached. Pages of staff do. Validation is untouched, so a POST without a token is refused as ever.</summary>
public sealed class CookieFreeAntiforgery(IAntiforgery inner) : IAntiforgery
{
    public static void Wrap(IServiceCollection services)
    {
        var registered = services.Last(s => s.ServiceType == typeof(IAntiforgery));
        services.AddSingleton<IAntiforgery>(s => new CookieFreeAntiforgery((IAntiforgery)ActivatorUtilities.CreateInstance(s, registered.ImplementationType!)));
    }

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) =>
        Areas.IsStaff(httpContext.Request.Path) ? inner.GetAndStoreTokens(httpContext) : inner.GetTokens(httpContext);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => inner.GetTokens(httpContext);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => inner.IsRequestValidAsync(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext) => inner.SetCookieTokenAndHeader(httpContext);

    public Task ValidateRequestAsync(HttpContext httpContext) => inner.ValidateRequestAsync(httpContext);
}
