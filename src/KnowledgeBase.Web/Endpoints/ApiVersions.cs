namespace KnowledgeBase.Web.Endpoints;

/// <summary>The reading API under the address of its version: within one, parameters and fields are only ever added. What has no
/// version in its address is the newest.</summary>
public static class ApiVersions
{
    private static readonly string[] s_reading = ["/search", "/suggest", "/codes", "/articles", "/guides", "/pages"];

    public static IApplicationBuilder UseApiVersions(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/api/v1", StringComparison.Ordinal, out var rest) && s_reading.Any(r => rest.StartsWithSegments(r, StringComparison.Ordinal)))
            context.Request.Path = "/api" + rest.Value;
        return next(context);
    });
}
