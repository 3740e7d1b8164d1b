namespace KnowledgeBase.Site.Editing;

/// <summary>A change that is not public: kept in the data folder, never in the content folder or a snapshot that visitors see.</summary>
public sealed record Draft
{
    /// <summary>Made by <see cref="Drafts.New"/>; cannot be guessed.</summary>
    public required string Id { get; init; }

    /// <summary>Counts up with every change; 0 before the first. To be sent back, so that two people do not overwrite each other.</summary>
    public long Version { get; init; }

    /// <summary>Becomes the author of the commit.</summary>
    public required Editor Owner { get; init; }

    /// <summary>As a save has them: with the revision that each started from.</summary>
    public required IReadOnlyList<FileChange> Files { get; init; }

    public string Message { get; init; } = "";

    public ChangeClass Class { get; init; } = ChangeClass.Minor;

    public DraftState State { get; init; } = DraftState.Open;

    /// <summary>Mail of everybody whose words are in it: none of them is the second person.</summary>
    public IReadOnlyList<string> Contributors { get; init; } = [];

    /// <summary>Who approved it or sent it back; null before.</summary>
    public Editor? Reviewer { get; init; }

    /// <summary>What the reviewer wants changed.</summary>
    public string? Note { get; init; }

    public DateTimeOffset Changed { get; init; }

    /// <summary>Hash of the preview link's secret; null where it is not shared.</summary>
    public string? PreviewHash { get; init; }

    public DateTimeOffset? PreviewUntil { get; init; }
}
