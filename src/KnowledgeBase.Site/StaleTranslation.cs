namespace KnowledgeBase.Site;

/// <summary>Feature 32: why readers of a translation are told that the other language says more.</summary>
/// <param name="Since">When the oldest major change was made that the translation lacks.</param>
/// <param name="What">What the major changes say of themselves, newest first; in whatever language their editors wrote.</param>
/// <param name="SectionIds">Anchors of the sections that changed, in reading order.</param>
public sealed record StaleTranslation(DateTimeOffset Since, IReadOnlyList<string> What, IReadOnlyList<string> SectionIds);
