namespace KnowledgeBase.Site.Accounts;

/// <summary>Who did what, and when. Entries are added and read, never changed.</summary>
public interface IAuditLog
{
    /// <returns>False where the store cannot be written to.</returns>
    Task<bool> Add(AuditEntry entry, CancellationToken cancellation = default);

    /// <summary>Newest first.</summary>
    /// <param name="before">Only entries older than this number; null for the newest.</param>
    /// <returns>The entries, each with its number.</returns>
    Task<IReadOnlyList<(long Number, AuditEntry Entry)>> Read(int most, long? before = null, CancellationToken cancellation = default);
}
