namespace KnowledgeBase.Site.Editing;

/// <summary>A file after a save.</summary>
/// <param name="Revision">Null where the file was deleted.</param>
public sealed record SavedFile(string Path, string? Revision);
