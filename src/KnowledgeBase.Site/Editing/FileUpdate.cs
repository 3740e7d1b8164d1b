using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Site.Editing;

/// <summary>A change that fits the file as it is now, ready to be written.</summary>
/// <param name="Before">The file now; null where it is not there.</param>
/// <param name="After">The file then; null where it goes.</param>
internal sealed record FileUpdate(ContentPlace Place, byte[]? Before, byte[]? After)
{
    public bool IsSame => Before is null ? After is null : After is not null && Before.AsSpan().SequenceEqual(After);

    public string? RevisionBefore => Before is null ? null : FileRevision.Of(Before);

    public string? RevisionAfter => After is null ? null : FileRevision.Of(After);
}
