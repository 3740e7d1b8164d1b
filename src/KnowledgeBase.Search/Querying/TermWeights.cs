using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Querying;

/// <summary>How much a term counts by what it is made of and how it came into the query. Tuned on public sets:
/// docs/decisions/005-search-ranking.md.</summary>
internal static class TermWeights
{
    /// <summary>Share of a pair of katakana whose whole word is known, and of what only asks: 何, いつ, を教えて.</summary>
    public const float PartOfKnown = 0.5f;
    public const float Asking = 0.3f;

    public const float Misspelled = 0.7f;
    public const float Prefix = 0.4f;
    public const float PrefixOfKnown = 0.12f;
    public const float Synonym = 0.5f;
    public const float Converted = 0.8f;

    public static float Of(TokenKind kind) => kind switch
    {
        TokenKind.WordForm => 0.2f,
        TokenKind.KanaWord => 1.1f,
        TokenKind.Unigram => 0.5f,
        TokenKind.LoneKanji => 0.9f,
        TokenKind.StemPair => 0.5f,
        TokenKind.LightPair => 0.3f,
        _ => 1f,
    };
}
