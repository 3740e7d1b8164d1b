namespace KnowledgeBase.Search.Ranking;

/// <summary>A part that answers, with its score.</summary>
/// <param name="IsForeign">In another language than the reader's, where that counts: after all others.</param>
internal readonly record struct ScoredPart(int Part, float Score, bool IsForeign = false)
{
    /// <summary>A total order: equal scores go by their place in the collection.</summary>
    public bool IsBefore(in ScoredPart other) =>
        IsForeign != other.IsForeign ? other.IsForeign : Score != other.Score ? Score > other.Score : Part < other.Part;
}
