namespace KnowledgeBase.Search.Querying;

/// <summary>A term that a query looks for.</summary>
/// <param name="Weight">1 for what was typed; less for parts of words, guesses and synonyms. Times the term's rarity.</param>
/// <param name="IsTyped">Stands in the query, perhaps mistyped; not a synonym or a completion.</param>
internal readonly record struct QueryTerm(int Term, float Weight, bool IsTyped);
