namespace KnowledgeBase.Site.Storage;

/// <summary>A save in the journal.</summary>
/// <param name="Name">Twelve digits that count up.</param>
/// <param name="IsWritten">All files are in place; later saves may have changed them again.</param>
internal sealed record JournalEntry(string Name, JournalRecord Save, bool IsWritten)
{
    /// <summary>The commit that was about to become the newest, and when.</summary>
    public (string Id, DateTime At)? Commit { get; init; }
}
