namespace KnowledgeBase.Site.Editing;

/// <summary>A file in a change.</summary>
/// <param name="Path">Relative to the content folder, after the change.</param>
/// <param name="OldPath">Before the change; differs from <paramref name="Path"/> where the file was renamed.</param>
/// <param name="OldBlob">Git's id of the old bytes; null where the file is new.</param>
/// <param name="Blob">Git's id of the new bytes; null where the file was deleted.</param>
public sealed record HistoryFile(string Path, string OldPath, string? OldBlob, string? Blob);
