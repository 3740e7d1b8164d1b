namespace KnowledgeBase.Site.Accounts;

/// <summary>One browser that is signed in. It ends at sign-out, whatever copies of its cookie there are.</summary>
/// <param name="Mark">Hash of the secret in the cookie; see <see cref="AccountSecret.Mark"/>.</param>
public sealed record AccountSession(string Mark, string AccountId, DateTimeOffset Since, DateTimeOffset Until);
