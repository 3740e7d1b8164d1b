using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Editing;

/// <summary>A page that includes a shared part.</summary>
/// <param name="Line">1-based line of its file that asks for it.</param>
public sealed record SnippetUse(Article Article, int Line);
