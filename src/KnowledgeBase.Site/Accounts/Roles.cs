namespace KnowledgeBase.Site.Accounts;

/// <summary>What an account may do. Reading needs none of these; a higher role may do all that a lower one may.</summary>
public static class Roles
{
    public const string Support = "support";
    public const string Editor = "editor";
    public const string Admin = "admin";

    /// <summary>Lowest first.</summary>
    public static IReadOnlyList<string> All { get; } = [Support, Editor, Admin];

    /// <summary>Whether whoever has this role may do what needs that one; nobody without a role may.</summary>
    public static bool Allows(string? role, string needed) => Rank(role) >= 0 && Rank(role) >= Rank(needed) && Rank(needed) >= 0;

    /// <summary>The roles that may do what needs this one.</summary>
    public static IEnumerable<string> From(string needed) => All.Where(r => Allows(r, needed));

    /// <summary>The lower of two roles; null where one of them is missing.</summary>
    public static string? Lower(string? one, string? other) => Rank(one) <= Rank(other) ? one : other;

    public static bool IsKnown(string? role) => Rank(role) >= 0;

    private static int Rank(string? role) => role switch { Support => 0, Editor => 1, Admin => 2, _ => -1 };
}
