namespace KnowledgeBase.Site.Editing;

/// <summary>A section of the source that changed, with its counterpart.</summary>
/// <param name="Id">Anchor, equal in both languages.</param>
/// <param name="Then">The source that the translation follows; null where the section is new.</param>
/// <param name="Now">The source now; null where the section is gone.</param>
/// <param name="Translation">The translated section; null where there is none.</param>
public sealed record SectionWork(string Id, string Heading, string? Then, string? Now, string? Translation, TextDiff Diff);
