namespace KnowledgeBase.Site.Editing;

/// <summary>Who last changed a section of an article.</summary>
/// <param name="Id">Anchor; `top` for what stands before the first heading.</param>
/// <param name="Line">1-based line of the file on which it begins.</param>
public sealed record SectionBlame(string Id, string Heading, int Line, HistoryEntry? Last);
