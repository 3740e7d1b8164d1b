using KnowledgeBase.Site;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>The public address of the site, without a slash at the end: the setting, else the one of the request (its host was checked).</summary>
public static class SiteAddress
{
    public static string Of(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.BaseUrl?.TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host}";
}
