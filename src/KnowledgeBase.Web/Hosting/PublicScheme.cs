using KnowledgeBase.Site;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Hosting;

/// <summary>Behind a proxy that ends TLS requests arrive as plain HTTP. Where the site's own address is `https`, they count as what the
/// visitor sent: secure cookies, without which nobody could sign in, are refused to plain requests.</summary>
public static class PublicScheme
{
    public static IApplicationBuilder UsePublicScheme(this IApplicationBuilder app)
    {
        var address = app.ApplicationServices.GetRequiredService<IOptions<SiteOptions>>().Value.BaseUrl;
        if (address?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) != true) return app;
        return app.Use((context, next) =>
        {
            context.Request.Scheme = Uri.UriSchemeHttps;
            return next(context);
        });
    }
}
