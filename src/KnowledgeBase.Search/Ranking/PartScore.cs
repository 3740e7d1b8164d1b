namespace KnowledgeBase.Search.Ranking;

/// <summary>What a part has gathered so far; zero outside of a query.</summary>
internal struct PartScore
{
    public float Score;

    /// <summary>Worth of the words typed that it holds, however often.</summary>
    public float Held;
}
