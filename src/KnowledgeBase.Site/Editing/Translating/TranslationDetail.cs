namespace KnowledgeBase.Site.Editing;

/// <summary>What a translator needs to bring a text up to date.</summary>
/// <param name="SourceThen">The source text that the translation follows; null where unknown or the translation is new.</param>
/// <param name="Diff">What the source changed since then.</param>
/// <param name="Sections">Section by section, in reading order of the source; only those with something to do.</param>
public sealed record TranslationDetail(TranslationTask Task, string SourceNow, string? SourceThen, string? TranslationNow, TextDiff Diff, IReadOnlyList<SectionWork> Sections);
