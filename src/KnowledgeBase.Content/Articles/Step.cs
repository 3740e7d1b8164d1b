namespace KnowledgeBase.Content;

/// <summary>One item of a `::: steps` list.</summary>
public sealed record Step
{
    /// <summary>Anchor; survives re-ordering when the author gave it (`{#run-slmgr}`), else `section-step-3`.</summary>
    public required string Id { get; init; }

    /// <summary>1-based within its list.</summary>
    public required int Number { get; init; }

    /// <summary>Plain text of the whole step.</summary>
    public required string Text { get; init; }
    public bool NeedsAdministrator { get; init; }
    public bool Irreversible { get; init; }
    public bool RisksData { get; init; }
    public int? Minutes { get; init; }
}
