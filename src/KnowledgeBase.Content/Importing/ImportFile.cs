namespace KnowledgeBase.Content.Importing;

/// <summary>One file of a documentation tree that somebody else's tool builds.</summary>
/// <param name="Path">Relative to the tree, with forward slashes.</param>
/// <param name="Text">Null for a file that is no text, such as a picture.</param>
/// <param name="Size">Bytes on disk.</param>
public sealed record ImportFile(string Path, string? Text, long Size);
