using KnowledgeBase.Content;

namespace KnowledgeBase.Search;

/// <summary>One page, with the section that answers best.</summary>
public sealed record SearchHit
{
    public required HitKind Kind { get; init; }

    /// <summary>Article id, code in printed form, guide id or term id.</summary>
    public required string Id { get; init; }
    public required Locale Locale { get; init; }
    public required string Title { get; init; }

    /// <summary>Anchor of the best section or step, or null for the page itself.</summary>
    public string? Anchor { get; init; }

    /// <summary>Heading of that section, or null.</summary>
    public string? Section { get; init; }
    public required Snippet Snippet { get; init; }
    public required double Score { get; init; }
}
