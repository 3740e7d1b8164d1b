namespace KnowledgeBase.Search;

/// <summary>A score as the sum of its parts.</summary>
public sealed record Explanation(double Score, IReadOnlyList<(string Part, double Value)> Parts);
