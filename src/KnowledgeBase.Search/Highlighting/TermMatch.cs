using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Highlighting;

/// <summary>Where a term of the query stands in a text.</summary>
/// <param name="Slot">Its place in the plan.</param>
internal readonly record struct TermMatch(int Start, int End, int Slot, TokenKind Kind)
{
    /// <summary>Worth a mark of its own; single kanji and light pairs are marked only inside something that is.</summary>
    public bool IsStrong => Kind is not (TokenKind.Unigram or TokenKind.LoneKanji or TokenKind.LightPair);
}
