namespace KnowledgeBase.Content;

/// <summary>One licence channel or cause: who is concerned, why it happens, what mends it.</summary>
public sealed record CodeCase
{
    /// <summary>Anchor on the page.</summary>
    public required string Id { get; init; }

    /// <summary>Licence ids of <see cref="AppliesTo.KnownLicences"/>; empty means any.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];
    public required LocalizedText Who { get; init; }
    public required LocalizedText Cause { get; init; }
    public required LocalizedText Remedy { get; init; }

    /// <summary>Language-neutral link to the procedure: `/a/id#section-or-step`; or null.</summary>
    public string? Link { get; init; }
}
