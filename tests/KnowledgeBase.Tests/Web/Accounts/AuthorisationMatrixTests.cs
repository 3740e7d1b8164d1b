using System.Net;
using System.Text.RegularExpressions;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Web.Security;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Tests.Web.Accounts;

/// <summary>SEC-7: every endpoint that the running site has, asked by everybody there can be. What is expected stands here, apart
/// from the product's own table.</summary>
public sealed partial class AuthorisationMatrixTests(SampleHost site) : IClassFixture<SampleHost>
{
    internal const string SignedIn = "signed-in";
    internal const string Anyone = "anyone";

    private static readonly (string Prefix, string Needs)[] s_expected =
    [
        ("/desk", Roles.Support), ("/api/desk", Roles.Support), ("/edit", Roles.Editor), ("/api/edit", Roles.Editor), ("/admin", Roles.Admin), ("/api/admin", Roles.Admin),
        ("/account", SignedIn), ("/account/sign-in", Anyone), ("/account/second-step", Anyone), ("/account/sso", Anyone), ("/account/language", Anyone),
    ];

    // What readers may ask for. A new door for everybody is a decision: write it down here.
    private static readonly string[] s_public =
    [
        "/", "/a", "/c", "/g", "/go", "/api/search", "/api/suggest", "/api/codes", "/api/articles", "/api/guides", "/api/pages", "/openapi", "/media", "/preview", "/health",
        "/sitemap.xml", "/robots.txt", "/opensearch.xml", "/not-found", "/error", "/_blazor", "/_framework",
        // Files of the web root that were added since the build, while developing.
        "/{**path:file}",
    ];

    [Fact(DisplayName = "SEC-7: somebody decided of every endpoint who may use it")]
    public void EveryEndpointIsDecided()
    {
        var endpoints = SiteRoutes.Of(site).ToList();
        Assert.True(endpoints.Count > 30, $"{endpoints.Count} endpoints");
        Assert.Empty(endpoints.Select(SiteRoutes.Pattern).Where(p => Needs(p) is null).Select(p => $"{p}: say in {nameof(AuthorisationMatrixTests)} and in {nameof(Areas)} who may use it"));
        Assert.Empty(endpoints.Where(e => AreaGuard.PolicyOf(Concrete(e), e) != Needs(SiteRoutes.Pattern(e))).Select(e => $"{SiteRoutes.Pattern(e)}: {AreaGuard.PolicyOf(Concrete(e), e)}"));
    }

    [Fact(DisplayName = "SEC-7, Feature 129: every endpoint answers each role, a disabled account and tokens as its place says")]
    public async Task EveryCellIsRight()
    {
        using var clients = await Everybody.At(site);
        var (wrong, cells) = (new List<string>(), 0);
        foreach (var endpoint in SiteRoutes.Of(site))
        {
            var (path, needs) = (Concrete(endpoint), Needs(SiteRoutes.Pattern(endpoint))!);
            // What readers may use is tested as such; here it must merely refuse nobody.
            foreach (var method in SiteRoutes.Methods(endpoint).Where(m => needs != Anyone || m == "GET"))
            {
                foreach (var (who, role, headers) in clients.All)
                {
                    cells++;
                    var (status, toSignIn) = await Ask(method, path, headers);
                    var expected = Expected(needs, who, role, method, path);
                    if (!(expected == 0 ? status is not (401 or 403) && (needs == Anyone || !toSignIn) : status == expected && (status != 302 || toSignIn)))
                        wrong.Add($"{method} {path} by {who}: {status}{(toSignIn ? " to sign in" : "")}, expected {(expected == 0 ? "access" : expected)}");
                }
            }
        }

        Assert.True(cells > 300, $"{cells} cells");
        Assert.Empty(wrong);
    }

    [Fact(DisplayName = "SEC-6: no route that changes something takes a request from another site, and none of staff one without its token")]
    public async Task NothingIsChangedFromElsewhere()
    {
        using var clients = await Everybody.At(site);
        var admin = clients.All.Single(c => c.Who == Roles.Admin).Headers;
        var (wrong, routes) = (new List<string>(), 0);
        foreach (var endpoint in SiteRoutes.Of(site).Where(e => !SiteRoutes.Pattern(e).StartsWith("/not-found", StringComparison.Ordinal) && !SiteRoutes.Pattern(e).StartsWith("/error", StringComparison.Ordinal)))
            foreach (var method in SiteRoutes.Methods(endpoint).Where(m => m is not ("GET" or "HEAD" or "OPTIONS")))
            {
                routes++;
                foreach (var (header, value) in new[] { ("Origin", "https://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"), ("X-None", "") })
                {
                    var (status, _) = await Ask(method, Concrete(endpoint), [.. admin, (header, value)]);
                    if (status is not (400 or 403 or 404 or 405 or 415)) wrong.Add($"{method} {SiteRoutes.Pattern(endpoint)} with {header}: {value} answered {status}");
                }
            }

        Assert.True(routes > 10, $"{routes} routes");
        Assert.Empty(wrong);
    }

    private async Task<(int Status, bool ToSignIn)> Ask(string method, string path, IEnumerable<(string Name, string Value)> headers)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (method != "GET") request.Content = new FormUrlEncodedContent([]);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.Add("X-Forwarded-For", new IPAddress(Random.Shared.NextInt64(0x0100_0000, 0xDFFF_FFFF)).ToString());
        using var response = await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        return ((int)response.StatusCode, response.Headers.Location?.OriginalString.StartsWith("/account/sign-in", StringComparison.Ordinal) == true);
    }

    /// <summary>0 for access.</summary>
    private static int Expected(string needs, string who, string? role, string method, string path)
    {
        var isApi = path.StartsWith("/api", StringComparison.Ordinal);
        var isToken = who.StartsWith("token", StringComparison.Ordinal);
        var isKnown = isToken ? isApi && who != "token revoked" : who is not ("nobody" or "disabled");
        if (needs == Anyone) return 0;
        if (!isKnown) return isApi ? 401 : 302;
        if (needs != SignedIn && !Roles.Allows(role, needs)) return 403;
        // Let in, and stopped for want of the form's token; programs need none.
        return method is "GET" or "HEAD" || isToken ? 0 : 400;
    }

    /// <summary>The role that a pattern asks for, or one of the two words above; null where nobody decided.</summary>
    internal static string? Needs(string pattern) => s_expected.Where(e => Under(pattern, e.Prefix)).OrderByDescending(e => e.Prefix.Length).Select(e => e.Needs).FirstOrDefault()
        ?? (s_public.Any(p => p == "/" ? pattern == "/" : Under(pattern, p)) || Language.IsMatch(pattern) ? Anyone : null);

    /// <summary>An address that the pattern takes.</summary>
    private static string Concrete(RouteEndpoint endpoint) =>
        SiteRoutes.Filled(endpoint, name => name switch { "form" or "code" => "0xC004F213", "path" => "none.svg", _ => "none" });

    private static bool Under(string path, string prefix) => path.Equals(prefix, StringComparison.Ordinal) || path.StartsWith(prefix + "/", StringComparison.Ordinal);

    [GeneratedRegex(@"^/\{\w+:regex\(\^\(ja\|en\)\$\)\}(/|$)")]
    private static partial Regex Language { get; }
}
