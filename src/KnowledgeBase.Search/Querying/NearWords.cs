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
    public static IReadOnlyList<(string Word, int Term)> Find(ReadOnlySpan<char> word, TokenKind kind, IndexData index)
    {
        var isKana = kind == TokenKind.KanaWord;
        if (word.Length < (isKana ? ShortestKana : ShortestWord) || word.ContainsAnyInRange('0', '9')) return [];
        var letters = WordList.LettersOf(word);
        var found = new List<(string Word, int Term)>();
        foreach (var words in index.Vocabulary.Words)
        {
            var all = words.AllLetters;
            for (var i = 0; i < all.Length; i++)
            {
                if (BitOperations.PopCount(all[i] ^ letters) > 2) continue;
                var candidate = words.Text(i);
                if (Math.Abs(candidate.Length - word.Length) > 1 || words.IsKana(i) != isKana || !IsOneEdit(word, candidate)) continue;
                var term = words.Term(i);
                if (index.Holding(term).All > 0 && !Has(found, term)) found.Add((candidate.ToString(), term));
            }
        }
        found.Sort((a, b) => index.Holding(b.Term).All != index.Holding(a.Term).All
            ? index.Holding(b.Term).All.CompareTo(index.Holding(a.Term).All)
            : string.CompareOrdinal(a.Word, b.Word));
        return found.Count > Most ? found[..Most] : found;
    }

    private static bool Has(List<(string Word, int Term)> found, int term) => found.Exists(f => f.Term == term);

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
