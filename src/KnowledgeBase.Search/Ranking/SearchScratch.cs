using KnowledgeBase.Search.Highlighting;
using KnowledgeBase.Search.Indexing;
using KnowledgeBase.Search.Querying;

namespace KnowledgeBase.Search.Ranking;

/// <summary>Buffers that one query uses and the next takes over: sized by the index, clean between queries.</summary>
internal sealed class SearchScratch(IndexData index, Synonyms synonyms)
{
    private readonly int[] _sentences = new int[QueryPlanner.LongestQuery * 3];
    private int _sentence;

    public QueryPlanner Planner { get; } = new(index, synonyms);

    public SnippetMaker Snippets { get; } = new(index.Vocabulary);

    /// <summary>Score of each part; zero outside of a query, as are the next two.</summary>
    public float[] Scores { get; } = new float[index.PageOf.Length];

    /// <summary>Worth of the words typed that each part holds, however often.</summary>
    public float[] Held { get; } = new float[index.PageOf.Length];

    /// <summary>What each part holds of synonyms and completions.</summary>
    public float[] HeldOther { get; } = new float[index.PageOf.Length];

    /// <summary>For each page its best part plus one, and that part's score; zero outside of a query.</summary>
    public (int PartPlusOne, float Score)[] Pages { get; } = new (int, float)[index.Pages.Length];

    /// <summary>The pages that match.</summary>
    public List<int> Matching { get; } = [];

    /// <summary>Number of matching pages of each pattern of facets; zero outside of a query.</summary>
    public int[] FacetPatterns { get; } = new int[index.FacetPatterns.Length];

    /// <summary>Where each term stands in the plan; empty outside of a query.</summary>
    public TermPlaces Slots { get; } = new();

    public TopParts Top { get; } = new();

    /// <summary>Begins a sentence in which no term has been seen.</summary>
    public void StartSentence() => _sentence++;

    /// <returns>Whether the term of this slot is met for the first time in this sentence.</returns>
    public bool See(int slot)
    {
        if (slot >= _sentences.Length || _sentences[slot] == _sentence) return false;
        _sentences[slot] = _sentence;
        return true;
    }

    public void Clear()
    {
        Array.Clear(Scores);
        Array.Clear(Held);
        Array.Clear(HeldOther);
        foreach (var page in Matching) Pages[page] = default;
        Matching.Clear();
        Array.Clear(FacetPatterns);
    }
}
