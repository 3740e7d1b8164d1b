namespace KnowledgeBase.Web.Security;

/// <summary>One strict set of headers on every response, islands included.</summary>
public static class SecurityHeaders
{
    public const string PagePolicy =
        "default-src 'none'; base-uri 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; manifest-src 'self'; object-src 'none'";

    /// <summary>For files of authors: nothing in them runs, wherever they are opened.</summary>
    public const string MediaPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var policy = context.Request.Path.StartsWithSegments("/media") ? MediaPolicy : PagePolicy;
        // At the last moment: the handler of an exception clears what was set before it.
        context.Response.OnStarting(() =>
        {
            Write(context, policy);
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>Writes them now, for answers that no handler of exceptions can clear.</summary>
    public static void Write(HttpContext context, string policy)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
    }
}
