namespace KnowledgeBase.Search.Indexing;

/// <summary>Words as pages write them, folded but not stemmed, in ordinal order, each with the term it stands for.</summary>
/// <param name="texts">The words, in order.</param>
/// <param name="isKana">Whether it is a run of kana.</param>
internal sealed class WordList(TermTable texts, int[] terms, bool[] isKana)
{
    public static readonly WordList Empty = new(new([], [0], 0), [], []);

    // One bit per letter (modulo 64) that occurs: words one edit apart differ in at most two bits.
    private readonly ulong[] _letters = Letters(texts);

    public int Count => terms.Length;

    public long Bytes => texts.Bytes + terms.Length * 13L;

    public (TermTable Texts, int[] Terms, bool[] IsKana) Stored => (texts, terms, isKana);

    public ReadOnlySpan<ulong> AllLetters => _letters;

    public ReadOnlySpan<char> Text(int word) => texts.Name(word);

    public int Term(int word) => terms[word];

    public bool IsKana(int word) => isKana[word];

    /// <summary>First and number of the words that begin so.</summary>
    public (int First, int Count) WithPrefix(ReadOnlySpan<char> prefix)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Text(middle).SequenceCompareTo(prefix) < 0) low = middle + 1;
            else high = middle;
        }
        var end = low;
        while (end < Count && Text(end).StartsWith(prefix)) end++;
        return (low, end - low);
    }

    public static ulong LettersOf(ReadOnlySpan<char> word)
    {
        ulong letters = 0;
        foreach (var c in word) letters |= 1UL << (c & 63);
        return letters;
    }

    private static ulong[] Letters(TermTable texts)
    {
        var letters = new ulong[texts.Count];
        for (var i = 0; i < letters.Length; i++) letters[i] = LettersOf(texts.Name(i));
        return letters;
    }
}
