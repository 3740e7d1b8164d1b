using KnowledgeBase.Site;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Web.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Security;

/// <summary>Stands before every endpoint: what <see cref="Areas"/> says of its address, and no form of staff from another site or
/// without its token, whatever the endpoint itself forgets.</summary>
public static class AreaGuard
{
    private static readonly object s_refused = new();

    public static IApplicationBuilder UseAreaGuard(this IApplicationBuilder app) => app.Use(next =>
    {
        var services = app.ApplicationServices;
        var baseUrl = services.GetRequiredService<IOptions<SiteOptions>>().Value.BaseUrl is { } address ? new Uri(address) : null;
        var (authorization, antiforgery) = (services.GetRequiredService<IAuthorizationService>(), services.GetRequiredService<IAntiforgery>());
        return async context =>
        {
            var isStaff = Areas.IsStaff(context.Request.Path);
            if (isStaff) context.Response.OnStarting(NotStored, context.Response);
            if (TokenHandler.IsInQuery(context.Request))
            {
                await context.ChallengeAsync(TokenHandler.Name);
                return;
            }

            var policy = PolicyOf(context.Request.Path, context.GetEndpoint() as RouteEndpoint);
            if (policy != Areas.Anyone && !(await authorization.AuthorizeAsync(context.User, policy)).Succeeded)
            {
                context.Items[s_refused] = true;
                await (context.User.Identity?.IsAuthenticated == true ? context.ForbidAsync() : context.ChallengeAsync());
            }
            // No browser adds a token by itself, so another site cannot make it do so.
            else if (!isStaff || IsSafe(context.Request.Method) || context.User.Identity?.AuthenticationType == TokenHandler.Name) await next(context);
            else if (IsForeign(context.Request, baseUrl)) context.Response.StatusCode = StatusCodes.Status403Forbidden;
            else if (!await antiforgery.IsRequestValidAsync(context)) context.Response.StatusCode = StatusCodes.Status400BadRequest;
            else await next(context);
        };
    });

    /// <summary>Whether this response refuses somebody who is signed in but may not go there.</summary>
    public static bool LacksRole(HttpContext context) => context.Items.ContainsKey(s_refused);

    /// <summary>The stricter of what the address and what its route ask for: a route's pattern may reach further than its address shows.</summary>
    public static string PolicyOf(PathString path, RouteEndpoint? endpoint)
    {
        var ofPath = Areas.PolicyOf(path);
        if (endpoint is null) return ofPath ?? Areas.Anyone;
        if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) return Areas.Anyone;
        var ofRoute = Areas.PolicyOf("/" + endpoint.RoutePattern.RawText?.TrimStart('/')) ?? Roles.Admin;
        return Strictness(ofRoute) >= Strictness(ofPath ?? Areas.Anyone) ? ofRoute : ofPath!;
    }

    private static int Strictness(string policy) => policy switch { Areas.Anyone => 0, Areas.SignedIn => 1, Roles.Support => 2, Roles.Editor => 3, _ => 4 };

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    // A program that is no browser names no origin; the token is asked for in any case.
    private static bool IsForeign(HttpRequest request, Uri? baseUrl) =>
        (request.Headers.Origin.Count > 0 || request.Headers.ContainsKey("Sec-Fetch-Site")) && !SameOrigin.IsOwn(request, baseUrl);

    private static Task NotStored(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        (headers.CacheControl, headers["X-Robots-Tag"]) = ("no-store", "noindex");
        return Task.CompletedTask;
    }
}
