using KnowledgeBase.Site;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Security;

/// <summary>Stands in for antiforgery tokens on forms of pages that are cached and set no cookie: a browser says itself where a form
/// was sent from, and no other site can make it say otherwise.</summary>
public sealed class SameOrigin(IOptions<SiteOptions> options) : IEndpointFilter
{
    private readonly Uri? _baseUrl = options.Value.BaseUrl is { } address ? new Uri(address) : null;

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsOwn(context.HttpContext.Request, _baseUrl) ? next(context) : ValueTask.FromResult<object?>(TypedResults.StatusCode(StatusCodes.Status403Forbidden));

    /// <summary>Whether a page of this site sent the request, as far as the browser says; a request that says nothing is not.</summary>
    public static bool IsOwn(HttpRequest request, Uri? baseUrl)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0 && site != "same-origin") return false;
        // Older browsers, and every browser without TLS, say Origin alone; who says neither is no browser.
        if (site.Length > 0 && request.Headers.Origin.Count == 0) return true;
        if (!Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)) return false;
        // Behind a proxy that ends TLS the scheme seen here is not the visitor's.
        return origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)
            || (baseUrl is not null && Uri.Compare(origin, baseUrl, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0);
    }
}
