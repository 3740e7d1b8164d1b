using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Web.Editing;

/// <summary>What an editor shows: its files, what they are kept as, and what became of the last wish.</summary>
public sealed record EditorState(IReadOnlyList<EditedText> Files)
{
    /// <summary>What is kept of the texts; null where nothing was changed, or it could not be kept.</summary>
    public Draft? Draft { get; init; }

    /// <summary>Whether the texts come from what was kept by itself, in an earlier visit.</summary>
    public bool IsRestored { get; init; }

    /// <summary>What became of a save; null before one.</summary>
    public SaveResult? Result { get; init; }

    /// <summary>Key of a text about what was wished, for editors; null for none.</summary>
    public string? Notice { get; init; }

    /// <summary>What came of keeping the texts on the server where they are not kept; else null.</summary>
    public DraftResult? NotKept { get; init; }

    public bool HasConflict => Files.Any(f => f.Conflict is not null);
}
