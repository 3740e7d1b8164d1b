using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Querying;

/// <summary>A token of a query; <paramref name="Term"/> is -1 where no page holds it.</summary>
internal readonly record struct QueryToken(string Raw, int Term, TokenKind Kind, int Start, int End);
