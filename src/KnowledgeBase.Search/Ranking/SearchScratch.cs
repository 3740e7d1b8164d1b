using KnowledgeBase.Search.Indexing;
using KnowledgeBase.Search.Querying;

namespace KnowledgeBase.Search.Ranking;

/// <summary>Buffers that one query uses and the next takes over: sized by the index, clean between queries.</summary>
internal sealed class SearchScratch(IndexData index, Synonyms synonyms)
{
    public QueryPlanner Planner { get; } = new(index, synonyms);

    /// <summary>Score of each part; zero outside of a query.</summary>
    public float[] Scores { get; } = new float[index.PageOf.Length];

    /// <summary>How much of the weight of the words typed each part holds, however often; zero outside of a query.</summary>
    public float[] Held { get; } = new float[index.PageOf.Length];

    /// <summary>The same for synonyms and completions.</summary>
    public float[] HeldOther { get; } = new float[index.PageOf.Length];

    /// <summary>For each term its place in the plan plus one; zero outside of a query.</summary>
    public int[] Slots { get; } = new int[index.Vocabulary.Count];

    public void Clear()
    {
        Array.Clear(Scores);
        Array.Clear(Held);
        Array.Clear(HeldOther);
    }
}
