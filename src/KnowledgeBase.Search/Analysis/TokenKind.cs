namespace KnowledgeBase.Search.Analysis;

/// <summary>What a token is made of; decides its weight in a query and whether a typo in it is forgiven.</summary>
internal enum TokenKind : byte
{
    /// <summary>A stemmed word of letters.</summary>
    Word,
    Number,

    /// <summary>An identifier or textual code as one: `slenoproductkeyfound`, `err1042`.</summary>
    Joined,

    /// <summary>A whole run of katakana.</summary>
    KanaWord,

    /// <summary>A whole run of hiragana: only a query that was not converted looks for it.</summary>
    HiraganaRun,
    Unigram,

    /// <summary>Two characters, by their scripts.</summary>
    StrongPair,
    MixedPair,
    HiraganaPair,
    Code,
}
