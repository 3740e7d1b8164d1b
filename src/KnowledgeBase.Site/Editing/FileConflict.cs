namespace KnowledgeBase.Site.Editing;

/// <summary>A file that changed since the editor opened it.</summary>
/// <param name="Base">What the editor started from; null where no trace of it is left, or it was a new file.</param>
/// <param name="Own">What the editor wants to save; null where it is to be deleted.</param>
/// <param name="Theirs">What is there now; null where it was deleted.</param>
/// <param name="TheirRevision">To be sent as the base of the next save.</param>
/// <param name="Merged">Both changes together, where a base is known.</param>
public sealed record FileConflict(string Path, string? Base, string? Own, string? Theirs, string? TheirRevision, MergedText? Merged);
