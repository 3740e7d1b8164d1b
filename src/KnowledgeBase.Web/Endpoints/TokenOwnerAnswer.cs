namespace KnowledgeBase.Web.Endpoints;

/// <summary>What `/api/desk/me` answers.</summary>
/// <param name="Name">Name of the account.</param>
/// <param name="Role">`support`, `editor` or `admin`: what requests with this token may do now.</param>
public sealed record TokenOwnerAnswer(string Name, string? Role);
