using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web.Accounts;

/// <summary>The routes of a running site, as the machine lists them.</summary>
internal static partial class SiteRoutes
{
    public static IEnumerable<RouteEndpoint> Of(SampleHost site) => site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null);

    public static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    public static IEnumerable<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"];

    /// <summary>Names of the parameters that name an object: the language of a page is none.</summary>
    public static IReadOnlyList<string> Objects(RouteEndpoint endpoint) =>
        [.. Parameter.Matches(Pattern(endpoint)).Select(m => m.Groups["name"].Value).Where(n => n is not ("culture" or "lang"))];

    /// <summary>An address that the pattern takes.</summary>
    /// <param name="value">The value of a parameter, by its name.</param>
    public static string Filled(RouteEndpoint endpoint, Func<string, string> value) =>
        Parameter.Replace(Pattern(endpoint), m => m.Groups["name"].Value is "culture" or "lang" ? "en" : value(m.Groups["name"].Value));

    // Constraints hold brackets and braces of their own: a pattern of the language ends with `)}`.
    [GeneratedRegex(@"\{\**(?<name>\w+)(?::regex\(\^\(ja\|en\)\$\))?[^{}]*\}")]
    private static partial Regex Parameter { get; }
}
