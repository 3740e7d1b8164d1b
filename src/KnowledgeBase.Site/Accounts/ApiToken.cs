namespace KnowledgeBase.Site.Accounts;

/// <summary>Lets a program ask in the name of an account. The token itself is shown once, when it is made.</summary>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Mark">Hash of the token; see <see cref="AccountSecret.Mark"/>.</param>
/// <param name="Role">The most it may do; never more than its owner may at the time.</param>
public sealed record ApiToken(string Id, string AccountId, string Name, string Mark, string Role, DateTimeOffset CreatedAt)
{
    /// <summary>From when on it is refused; a year after it was made.</summary>
    public DateTimeOffset Until => CreatedAt + Life;

    /// <summary>How every token begins, so that one that leaked is recognised for what it is.</summary>
    public const string Prefix = "kb_";

    public const int LongestName = 60;

    /// <summary>Most tokens of one account.</summary>
    public const int Most = 20;

    public static TimeSpan Life { get; } = TimeSpan.FromDays(365);
}
