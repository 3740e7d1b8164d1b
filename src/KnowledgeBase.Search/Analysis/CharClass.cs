namespace KnowledgeBase.Search.Analysis;

/// <summary>What a normalised character is to the analyser; kana are told apart although their letters are folded together.</summary>
internal enum CharClass : byte
{
    Separator,
    SentenceEnd,

    /// <summary>May stand between the letters and the digits of a textual code: ERR-1042, ERR_1042, ERR 1042.</summary>
    Joiner,
    Lower,
    Upper,
    Digit,
    Hiragana,
    Katakana,
    Kanji,
}
