using KnowledgeBase.Content;

namespace KnowledgeBase.Search;

/// <summary>A completion: a code, a title, a heading or a term.</summary>
/// <param name="Id">As in <see cref="SearchHit.Id"/>.</param>
/// <param name="Anchor">Section of an article, or null.</param>
/// <param name="Locale">Language of the text.</param>
public sealed record Suggestion(HitKind Kind, string Id, string? Anchor, string Text, Locale Locale);
