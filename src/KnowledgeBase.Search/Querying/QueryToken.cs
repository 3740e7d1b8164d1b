using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Querying;

/// <summary>A token of a query; <paramref name="Term"/> is -1 where no page holds it. Its text is <see cref="QueryTokens.Raw"/>.</summary>
internal readonly record struct QueryToken(int RawStart, int RawLength, int Term, TokenKind Kind, int Start, int End);
