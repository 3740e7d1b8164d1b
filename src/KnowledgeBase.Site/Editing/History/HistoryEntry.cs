namespace KnowledgeBase.Site.Editing;

/// <summary>A change in the history: who, when, why and of which files.</summary>
/// <param name="Commit">Full id.</param>
/// <param name="Subject">First line of the message.</param>
/// <param name="Body">The rest without trailers; may be empty.</param>
/// <param name="Class">Null for a commit that was made by hand and does not say; readers are not warned of it.</param>
public sealed record HistoryEntry(string Commit, DateTimeOffset At, Editor Author, string Subject, string Body, ChangeClass? Class)
{
    /// <summary>Files of the content folder that it changed.</summary>
    public required IReadOnlyList<HistoryFile> Files { get; init; }
}
