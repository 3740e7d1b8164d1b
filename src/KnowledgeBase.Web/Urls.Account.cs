namespace KnowledgeBase.Web;

public static partial class Urls
{
    public const string Account = "/account";

    public const string AccountPassword = "/account/password";

    public const string AccountTwoFactor = "/account/two-factor";

    public const string AccountTokens = "/account/tokens";

    /// <summary>Where staff choose the language of their pages, which have none in their address.</summary>
    public const string AccountLanguage = "/account/language";

    public const string SignOut = "/account/sign-out";

    public const string SignOutEverywhere = "/account/sign-out-everywhere";

    /// <summary>The sign-in page, saying that it did not work elsewhere.</summary>
    public const string SignInProblem = "/account/sign-in?problem=sso";

    public const string SingleSignOnDoor = "/account/sso";

    /// <summary>Where a provider of single sign-on sends people back to.</summary>
    public const string SingleSignOnCallback = "/account/sso/callback";

    public const string AdminAccounts = "/admin/accounts";

    /// <summary>Who an API token belongs to, and what it may do.</summary>
    public const string TokenOwnerApi = "/api/desk/me";

    /// <param name="back">Where to go on after signing in.</param>
    public static string SignIn(string? back = null) => "/account/sign-in" + ReturnTo(back);

    /// <inheritdoc cref="SignIn"/>
    public static string SecondStep(string? back) => "/account/second-step" + ReturnTo(back);

    /// <inheritdoc cref="SignIn"/>
    public static string SingleSignOn(string? back) => SingleSignOnDoor + ReturnTo(back);

    /// <param name="done">Key of what was done, told at the top of the page.</param>
    public static string AccountDone(string page, string done) => page + Query([KeyValuePair.Create("done", done)]);

    public static string AdminAccount(string id) => $"/admin/accounts/{Uri.EscapeDataString(id)}";

    /// <param name="before">Number of the entry after the ones to show; null for the newest.</param>
    public static string Audit(long? before = null) => "/admin/audit" + (before is null ? "" : Query([KeyValuePair.Create("before", before.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))]));

    private static string ReturnTo(string? back) => back is null ? "" : Query([KeyValuePair.Create("returnUrl", back)]);
}
