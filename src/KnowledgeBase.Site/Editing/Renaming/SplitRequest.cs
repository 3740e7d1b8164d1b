using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Editing;

/// <summary>Sections that become an article of their own.</summary>
/// <param name="Id">The article they stand in.</param>
/// <param name="Sections">Anchors of headings; what stands below a heading's own sub-headings goes along.</param>
/// <param name="NewId">Name of the new article: lower-case Latin letters, digits, hyphens.</param>
/// <param name="Title">In each language that the article has.</param>
/// <param name="Summary">In each language that the article has.</param>
public sealed record SplitRequest(string Id, IReadOnlyList<string> Sections, string NewId, LocalizedText Title, LocalizedText Summary);
