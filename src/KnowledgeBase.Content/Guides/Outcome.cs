namespace KnowledgeBase.Content;

/// <summary>Where a walk ends: the real procedure, and what to try when it did not help.</summary>
public sealed record Outcome : GuideNode
{
    public required LocalizedText Title { get; init; }

    /// <summary>Why this is the right procedure, and who acts.</summary>
    public LocalizedText Note { get; init; } = LocalizedText.Empty;

    /// <summary>Article id, optionally with `#section`.</summary>
    public required string Procedure { get; init; }

    /// <summary>Further articles (`id#section`) that belong to it.</summary>
    public IReadOnlyList<string> SeeAlso { get; init; } = [];

    /// <summary>Node to go on with when the procedure did not help; or null.</summary>
    public string? Also { get; init; }
    public OutcomeKind Kind { get; init; }
}
