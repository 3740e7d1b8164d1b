using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Web.Components;

namespace KnowledgeBase.Web.Security;

/// <summary>Who may go where, decided by the beginning of an address. An endpoint whose beginning stands nowhere here is for admins
/// only, so that nobody publishes by forgetting.</summary>
public static class Areas
{
    /// <summary>Policy: whoever asks.</summary>
    public const string Anyone = "anyone";

    /// <summary>Policy: any account, with or without a role.</summary>
    public const string SignedIn = "signed-in";

    // The longest beginning that fits decides.
    private static readonly (string Prefix, string Policy)[] s_areas =
    [
        ("/desk", Roles.Support), ("/api/desk", Roles.Support),
        ("/edit", Roles.Editor), ("/api/edit", Roles.Editor),
        ("/admin", Roles.Admin), ("/api/admin", Roles.Admin),
        ("/account", SignedIn), ("/account/sign-in", Anyone), ("/account/second-step", Anyone), ("/account/sso", Anyone), ("/account/language", Anyone),
        ("/{culture:regex(^(ja|en)$)}", Anyone), ("/{lang:regex(^(ja|en)$)}", Anyone), ("/a", Anyone), ("/c", Anyone), ("/g", Anyone), ("/go", Anyone),
        ("/api/search", Anyone), ("/api/suggest", Anyone), ("/api/codes", Anyone), ("/api/articles", Anyone), ("/api/guides", Anyone), ("/api/pages", Anyone), ("/api/v1", Anyone), ("/openapi", Anyone),
        ("/media", Anyone), (Urls.SharedPreviews, Anyone), ("/health", Anyone), ("/sitemap.xml", Anyone), ("/robots.txt", Anyone), ("/opensearch.xml", Anyone),
        ("/not-found", Anyone), ("/error", Anyone),
        // Circuits: the islands of reading pages need one, and each handler asks for itself.
        ("/_blazor", Anyone), ("/_framework", Anyone),
        // Files of the web root that were added since the build, while developing.
        ("/{**path:file}", Anyone),
    ];

    private static readonly string[] s_staff = ["/account", "/desk", "/edit", "/admin", "/api/desk", "/api/edit", "/api/admin"];

    /// <summary>Pages for accounts: never stored, never in search engines, with form tokens.</summary>
    public static bool IsStaff(PathString path) => s_staff.Any(a => path.StartsWithSegments(a));

    /// <summary>Reading pages are the same for everybody, so whoever asks is nobody there.</summary>
    public static bool KnowsNobody(PathString path) => RequestLocale.OfPath(path.Value) is not null;

    /// <summary>Addresses that programs ask: they get a status, not a page to sign in at.</summary>
    public static bool IsMachine(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/_blazor");

    /// <summary>The policy of an address or of the pattern of a route; null where its beginning stands nowhere.</summary>
    public static string? PolicyOf(PathString path) => path.Value is null or "" or "/" || KnowsNobody(path) ? Anyone
        : s_areas.Where(a => path.StartsWithSegments(a.Prefix)).OrderByDescending(a => a.Prefix.Length).Select(a => a.Policy).FirstOrDefault();
}
