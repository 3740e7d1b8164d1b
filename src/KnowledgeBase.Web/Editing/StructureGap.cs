using KnowledgeBase.Content;

namespace KnowledgeBase.Web.Editing;

/// <summary>A part that one language of an article lacks.</summary>
/// <param name="Kind">`heading`, `step` or `code`.</param>
/// <param name="Path">File that has it.</param>
/// <param name="Line">1-based, there.</param>
/// <param name="Lacking">The language without it.</param>
public sealed record StructureGap(string Kind, string Part, string Path, int Line, Locale Lacking);
