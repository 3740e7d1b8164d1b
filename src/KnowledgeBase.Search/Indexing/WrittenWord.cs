using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Indexing;

/// <summary>A word as pages write it, folded but not stemmed.</summary>
/// <param name="Letters">One bit per letter (modulo 64) that occurs: words one edit apart differ in at most two bits.</param>
internal readonly record struct WrittenWord(string Text, int Term, TokenKind Kind, ulong Letters)
{
    public static ulong LettersOf(ReadOnlySpan<char> word)
    {
        ulong letters = 0;
        foreach (var c in word) letters |= 1UL << (c & 63);
        return letters;
    }
}
