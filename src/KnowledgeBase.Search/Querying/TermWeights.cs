using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Querying;

/// <summary>How much a term counts by what it is made of and how it came into the query. Tuned on public sets:
/// docs/decisions/005-search-ranking.md.</summary>
internal static class TermWeights
{
    public const float Misspelled = 0.7f;
    public const float Prefix = 0.4f;
    public const float Synonym = 0.25f;
    public const float Converted = 0.8f;

    public static float Of(TokenKind kind) => kind switch
    {
        TokenKind.Unigram => 0.5f,
        TokenKind.MixedPair => 0.6f,
        TokenKind.HiraganaPair => 0.3f,
        _ => 1f,
    };
}
