namespace KnowledgeBase.Search.Indexing;

/// <summary>Every term with its number, and the words as they were written with the term each stands for.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _terms;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly string[] _names;
    private readonly WrittenWord[] _words;

    /// <param name="words">Written words of letters and kana, sorted by ordinal.</param>
    public Vocabulary(Dictionary<string, int> terms, WrittenWord[] words)
    {
        (_terms, _words) = (terms, words);
        _lookup = terms.GetAlternateLookup<ReadOnlySpan<char>>();
        _names = new string[terms.Count];
        foreach (var (name, id) in terms) _names[id] = name;
    }

    public int Count => _names.Length;

    public ReadOnlySpan<WrittenWord> Words => _words;

    public string Name(int term) => _names[term];

    /// <summary>-1 where no page holds the term.</summary>
    public int Find(ReadOnlySpan<char> term) => _lookup.TryGetValue(term, out var id) ? id : -1;

    public bool Holds(string term) => _terms.ContainsKey(term);

    /// <summary>Written words that begin so.</summary>
    public ReadOnlySpan<WrittenWord> WithPrefix(ReadOnlySpan<char> prefix)
    {
        var from = LowerBound(prefix);
        var to = from;
        while (to < _words.Length && _words[to].Text.AsSpan().StartsWith(prefix, StringComparison.Ordinal)) to++;
        return _words.AsSpan(from, to - from);
    }

    private int LowerBound(ReadOnlySpan<char> prefix)
    {
        var (low, high) = (0, _words.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_words[middle].Text.AsSpan().SequenceCompareTo(prefix) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
