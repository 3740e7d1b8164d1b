namespace KnowledgeBase.Web;

public static partial class Urls
{
    public const string Account = "/account";

    public const string SignOut = "/account/sign-out";

    /// <summary>Where staff choose the language of their pages, which have none in their address.</summary>
    public const string AccountLanguage = "/account/language";

    /// <param name="back">Where to go on after signing in.</param>
    public static string SignIn(string? back = null) => "/account/sign-in" + ReturnTo(back);

    private static string ReturnTo(string? back) => back is null ? "" : Query([KeyValuePair.Create("returnUrl", back)]);
}
