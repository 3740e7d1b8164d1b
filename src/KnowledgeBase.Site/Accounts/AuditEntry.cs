namespace KnowledgeBase.Site.Accounts;

/// <summary>Something that was done with accounts or by staff, for later questions. It holds no secret.</summary>
/// <param name="Who">Name of the account that did it, or how it was done without one.</param>
/// <param name="Action">What was done, such as <see cref="AuditAction.SignedIn"/>.</param>
/// <param name="Subject">What it was done to: the name of an account, the address of a page.</param>
/// <param name="Detail">Further words, such as the new role.</param>
public sealed record AuditEntry(DateTimeOffset At, string Who, string Action, string Subject, string? Detail = null);
