namespace KnowledgeBase.Site;

/// <summary>Which content is live and since when.</summary>
/// <param name="Generation">Counts published snapshots of this process from 1; part of every ETag.</param>
/// <param name="Revision">12 hex digits over all content files; equal content has equal revisions on every replica.</param>
/// <param name="BuiltAt">When the snapshot was published.</param>
/// <param name="RejectedFiles">Files left out or kept at their last good version, with the reason.</param>
public sealed record SnapshotInfo(int Generation, string Revision, DateTimeOffset BuiltAt, IReadOnlyList<RejectedFile> RejectedFiles)
{
    /// <summary>When the next article's `publish-at` comes; null where none waits.</summary>
    public DateTimeOffset? NextDue { get; init; }
}
