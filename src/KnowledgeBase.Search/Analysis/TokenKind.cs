namespace KnowledgeBase.Search.Analysis;

/// <summary>What a token is made of; decides its weight in a query and whether a typo in it is forgiven.</summary>
internal enum TokenKind : byte
{
    /// <summary>A stemmed word of letters.</summary>
    Word,

    /// <summary>The same word as it is written, where its stem is another: asked for as the stem, found first as written.</summary>
    WordForm,
    Number,

    /// <summary>An identifier or textual code as one: `slenoproductkeyfound`, `err1042`.</summary>
    Joined,

    /// <summary>A whole run of katakana.</summary>
    KanaWord,

    /// <summary>A whole run of hiragana: only a query that was not converted looks for it.</summary>
    HiraganaRun,

    /// <summary>A kanji beside another kanji.</summary>
    Unigram,

    /// <summary>A kanji by itself, mostly a word.</summary>
    LoneKanji,

    /// <summary>Two characters, kanji or one kanji and one katakana, or a number and what it counts.</summary>
    StrongPair,

    /// <summary>Two katakana, part of a <see cref="KanaWord"/>.</summary>
    KanaPair,

    /// <summary>A kanji and the hiragana that ends its word.</summary>
    StemPair,

    /// <summary>Two characters that seldom belong together: across a particle, before a kanji, or both hiragana.</summary>
    LightPair,
    Code,
}
