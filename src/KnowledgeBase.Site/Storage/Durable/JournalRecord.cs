namespace KnowledgeBase.Site.Storage;

/// <summary>What the journal keeps of a save: all that its commit needs.</summary>
/// <param name="Message">The whole commit message, trailers included.</param>
/// <param name="At">When it was saved, in seconds since 1970.</param>
internal sealed record JournalRecord(string AuthorName, string AuthorMail, string Message, long At, IReadOnlyList<JournalRecord.File> Files)
{
    /// <param name="Before">Revision before; null where the file was not there.</param>
    /// <param name="After">The new bytes; null where the file was deleted.</param>
    internal sealed record File(string Path, string? Before, byte[]? After);
}
