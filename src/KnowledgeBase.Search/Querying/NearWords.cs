using System.Numerics;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Indexing;

namespace KnowledgeBase.Search.Querying;

/// <summary>Known words one edit away from an unknown one (Feature 25). Never asked about codes or numbers.</summary>
internal static class NearWords
{
    private const int ShortestWord = 4;
    private const int ShortestKana = 3;
    private const int Most = 3;

    /// <returns>Best first: the most common ones, each term once.</returns>
    public static IReadOnlyList<WrittenWord> Find(ReadOnlySpan<char> word, TokenKind kind, IndexData index)
    {
        if (word.Length < (kind == TokenKind.KanaWord ? ShortestKana : ShortestWord) || word.ContainsAnyInRange('0', '9')) return [];
        var letters = WrittenWord.LettersOf(word);
        var found = new List<WrittenWord>();
        foreach (var candidate in index.Vocabulary.Words)
        {
            if (Math.Abs(candidate.Text.Length - word.Length) > 1 || BitOperations.PopCount(candidate.Letters ^ letters) > 2) continue;
            if ((candidate.Kind == TokenKind.KanaWord) == (kind == TokenKind.KanaWord) && IsOneEdit(word, candidate.Text)
                && found.TrueForAll(f => f.Term != candidate.Term)) found.Add(candidate);
        }
        found.Sort((a, b) => index.Postings.Parts(b.Term).CompareTo(index.Postings.Parts(a.Term)));
        return found.Count > Most ? found[..Most] : found;
    }

    /// <summary>One letter left out, put in, exchanged, or two neighbours swapped.</summary>
    public static bool IsOneEdit(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length) return IsOneEdit(b, a);
        if (b.Length - a.Length > 1) return false;
        var start = a.CommonPrefixLength(b);
        if (start == a.Length) return b.Length > a.Length;
        if (a.Length < b.Length) return a[start..].SequenceEqual(b[(start + 1)..]);
        if (a[(start + 1)..].SequenceEqual(b[(start + 1)..])) return true;
        return start + 1 < a.Length && a[start] == b[start + 1] && a[start + 1] == b[start] && a[(start + 2)..].SequenceEqual(b[(start + 2)..]);
    }
}
