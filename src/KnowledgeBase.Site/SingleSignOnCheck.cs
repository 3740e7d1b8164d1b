using KnowledgeBase.Site.Accounts;

namespace KnowledgeBase.Site;

/// <summary>What is wrong with the settings of single sign-on; each message names its key.</summary>
internal static class SingleSignOnCheck
{
    private const string Keys = "KnowledgeBase:Auth:SingleSignOn:";

    public static IEnumerable<string> Problems(SingleSignOnOptions options)
    {
        if (!options.IsOn()) yield break;
        foreach (var (name, value) in new[] { (nameof(options.AuthorizationEndpoint), options.AuthorizationEndpoint), (nameof(options.TokenEndpoint), options.TokenEndpoint), (nameof(options.UserInfoEndpoint), options.UserInfoEndpoint) })
            if (!IsSafe(value)) yield return $"{Keys}{name} is '{value}'; set it to an address that begins with https://.";
        if (string.IsNullOrWhiteSpace(options.ClientSecret)) yield return $"{Keys}ClientSecret is missing; the provider gives it together with the client id.";
        if (options.Domain is null != options.DomainRole is null) yield return $"{Keys}Domain and {Keys}DomainRole go together; set both or neither.";
        if (options.DomainRole is { } role && !Roles.IsKnown(role)) yield return $"{Keys}DomainRole is '{role}'; set it to {string.Join(", ", Roles.All)}.";
        if (options.RoleClaim is null != (options.RoleValues.Count == 0)) yield return $"{Keys}RoleClaim and {Keys}RoleValues go together; set both or neither.";
        foreach (var pair in options.RoleValues.Where(p => !Roles.IsKnown(p[(p.LastIndexOf('=') + 1)..]) || p.LastIndexOf('=') < 1))
            yield return $"{Keys}RoleValues holds '{pair}'; write such as kb-editors=editor.";
    }

    // Tokens and secrets go there; without TLS only on this machine.
    private static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
