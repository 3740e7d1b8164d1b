namespace KnowledgeBase.Search;

/// <summary>Plain text of the best passage with the ranges to mark; never HTML.</summary>
/// <param name="Marks">Start and length in UTF-16 units, ascending, not overlapping.</param>
public sealed record Snippet(string Text, IReadOnlyList<(int Start, int Length)> Marks);
