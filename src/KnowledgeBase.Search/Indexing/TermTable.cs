namespace KnowledgeBase.Search.Indexing;

/// <summary>Terms ↔ numbers. All names lie in one buffer: a pair of kanji costs some fifteen bytes, not an object. The hash is
/// seeded by the process, so no author can make terms that collide.</summary>
internal sealed class TermTable
{
    private char[] _chars;
    private int[] _ends;
    private int[] _slots;

    public TermTable() : this(new char[256], [0], 0)
    {
    }

    private TermTable(char[] chars, int[] ends, int count)
    {
        (_chars, _ends, Count) = (chars, ends, count);
        _slots = new int[Math.Max(64, count + count / 2)];
        for (var id = 0; id < count; id++) _slots[Free(Name(id))] = id + 1;
    }

    public int Count { get; private set; }

    public long Bytes => Length * 2L + Count * 4L + _slots.Length * 4L;

    /// <summary>The names one after the other, and where each ends.</summary>
    public (ReadOnlyMemory<char> Chars, ReadOnlyMemory<int> Ends) Stored => (_chars.AsMemory(0, Length), _ends.AsMemory(1, Count));

    private int Length => _ends[Count];

    public static TermTable From(char[] chars, ReadOnlySpan<int> ends) => new(chars, [0, .. ends], ends.Length);

    public ReadOnlySpan<char> Name(int term) => _chars.AsSpan(_ends[term], _ends[term + 1] - _ends[term]);

    /// <summary>-1 for a term that is not there.</summary>
    public int Find(ReadOnlySpan<char> term)
    {
        for (var slot = Home(term); _slots[slot] > 0; slot = Next(slot))
            if (Name(_slots[slot] - 1).SequenceEqual(term)) return _slots[slot] - 1;
        return -1;
    }

    public int FindOrAdd(ReadOnlySpan<char> term)
    {
        if (Find(term) is >= 0 and var known) return known;
        if ((Count + 1) * 3 > _slots.Length * 2) Grow();
        if (Length + term.Length > _chars.Length) Array.Resize(ref _chars, Math.Max(_chars.Length * 2, Length + term.Length));
        if (Count + 1 == _ends.Length) Array.Resize(ref _ends, _ends.Length * 2);
        term.CopyTo(_chars.AsSpan(Length));
        _ends[Count + 1] = Length + term.Length;
        _slots[Free(term)] = ++Count;
        return Count - 1;
    }

    /// <summary>The same terms under new numbers, without room to spare.</summary>
    /// <param name="order">For each new number the old one.</param>
    public TermTable Reordered(int[] order)
    {
        var (chars, ends, length) = (new char[Length], new int[Count + 1], 0);
        for (var id = 0; id < order.Length; id++)
        {
            Name(order[id]).CopyTo(chars.AsSpan(length));
            ends[id + 1] = length += Name(order[id]).Length;
        }
        return new(chars, ends, order.Length);
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var id = 0; id < Count; id++) _slots[Free(Name(id))] = id + 1;
    }

    private int Free(ReadOnlySpan<char> term)
    {
        var slot = Home(term);
        while (_slots[slot] > 0) slot = Next(slot);
        return slot;
    }

    private int Home(ReadOnlySpan<char> term) => (int)((ulong)(uint)string.GetHashCode(term) * (uint)_slots.Length >> 32);

    private int Next(int slot) => slot + 1 == _slots.Length ? 0 : slot + 1;
}
