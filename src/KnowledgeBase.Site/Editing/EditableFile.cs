namespace KnowledgeBase.Site.Editing;

/// <summary>A file as an editor gets it.</summary>
/// <param name="Path">Relative to the content folder.</param>
/// <param name="Text">Every line end as `\n`, no byte order mark; saving puts both back as they were.</param>
/// <param name="Revision">To be sent back with the save.</param>
public sealed record EditableFile(string Path, string Text, string Revision);
