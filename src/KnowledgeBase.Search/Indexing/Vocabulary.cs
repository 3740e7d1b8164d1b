namespace KnowledgeBase.Search.Indexing;

/// <summary>Every term with its number, and the words as they were written. Terms that came with a later segment have the
/// numbers after those of the first.</summary>
internal sealed class Vocabulary(Segment first, Segment? added)
{
    private readonly TermTable _terms = first.Terms;
    private readonly TermTable? _addedTerms = added?.Terms;

    public int Count => _terms.Count + (_addedTerms?.Count ?? 0);

    /// <summary>One list for each segment; a word may stand in both.</summary>
    public IReadOnlyList<WordList> Words { get; } = added is null ? [first.Words] : [first.Words, added.Words];

    public ReadOnlySpan<char> Name(int term) => term < _terms.Count ? _terms.Name(term) : _addedTerms!.Name(term - _terms.Count);

    /// <summary>-1 where no page holds the term.</summary>
    public int Find(ReadOnlySpan<char> term)
    {
        var found = _terms.Find(term);
        if (found >= 0 || _addedTerms is null) return found;
        return _addedTerms.Find(term) is >= 0 and var later ? _terms.Count + later : -1;
    }
}
