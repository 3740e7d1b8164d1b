namespace KnowledgeBase.Search.Ranking;

/// <summary>A part that answers, with its score.</summary>
internal readonly record struct ScoredPart(int Part, float Score);
