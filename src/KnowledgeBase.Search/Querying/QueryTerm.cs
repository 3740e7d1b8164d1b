namespace KnowledgeBase.Search.Querying;

/// <summary>A term that a query looks for.</summary>
/// <param name="IsTyped">Stands in the query, perhaps mistyped; not a synonym or a completion.</param>
/// <param name="Worth">Weight times rarity over all fields.</param>
/// <param name="TitleWorth">Weight times rarity in titles and headings.</param>
internal readonly record struct QueryTerm(int Term, bool IsTyped, float Worth, float TitleWorth);
