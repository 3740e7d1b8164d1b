namespace KnowledgeBase.Content;

/// <summary>What came of one article file.</summary>
/// <param name="Article">Null where nothing could be shown: then at least one diagnostic is an error.</param>
public sealed record ArticleParse(Article? Article, IReadOnlyList<Diagnostic> Diagnostics);
