using System.Security.Claims;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Web.Accounts;

/// <summary>Who sent a request, or sits at a circuit.</summary>
/// <param name="Role">One of <see cref="Roles"/>, or null for an account without one.</param>
public sealed record SignedIn(string Id, string Name, string? Role)
{
    /// <summary>As the history names them. Accounts have no mail address, so the name stands for it.</summary>
    public Editor Editor => new(Name, Name);

    public bool May(string role) => Roles.Allows(Role, role);

    /// <returns>Null for a reader who is not signed in.</returns>
    public static SignedIn? Of(ClaimsPrincipal? user) =>
        user?.Identity?.IsAuthenticated == true && user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            ? new(id, user.Identity.Name ?? "", user.FindFirstValue(ClaimTypes.Role)) : null;
}
