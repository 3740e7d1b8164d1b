namespace KnowledgeBase.Content;

/// <summary>The text of an article; see the properties of the same names of <see cref="Article"/>.</summary>
public sealed record ArticleBody(string LeadHtml, string LeadText, IReadOnlyList<Section> Sections, ArticleSkeleton Skeleton, IReadOnlyList<ProsePart> Prose);
