namespace KnowledgeBase.Search.Indexing;

/// <summary>Gives each term that is met a number, while a segment is written.</summary>
internal sealed class TermCollector
{
    // Numbers below this take at most two bytes in the forward index.
    private const int Frequent = 1 << 14;

    private char[] _chars = new char[256];
    private int[] _ends = new int[64];
    private int[] _slots = new int[64];

    public int Count { get; private set; }

    public ReadOnlySpan<char> Name(int term) => _chars.AsSpan(_ends[term], _ends[term + 1] - _ends[term]);

    public int FindOrAdd(ReadOnlySpan<char> term)
    {
        var slot = Home(term);
        for (; _slots[slot] > 0; slot = Next(slot))
            if (Name(_slots[slot] - 1).SequenceEqual(term)) return _slots[slot] - 1;
        var length = _ends[Count];
        if (length + term.Length > _chars.Length) Array.Resize(ref _chars, Math.Max(_chars.Length * 2, length + term.Length));
        if (Count + 1 == _ends.Length) Array.Resize(ref _ends, _ends.Length * 2);
        term.CopyTo(_chars.AsSpan(length));
        _ends[Count + 1] = length + term.Length;
        _slots[slot] = ++Count;
        if (Count * 3 > _slots.Length * 2) Grow();
        return Count - 1;
    }

    /// <summary>The order of a segment: the most frequent terms first, the others by name.</summary>
    /// <param name="counts">How often each term occurs.</param>
    /// <returns>For each new number the old one, and how many come first.</returns>
    public (int[] Order, int Hashed) ByFrequency(int[] counts)
    {
        var order = Numbers();
        var keys = Array.ConvertAll(order, id => (ulong)(uint)~counts[id] << 32 | (uint)id);
        Array.Sort(keys, order);
        var hashed = Math.Min(Frequent, order.Length);
        SortByName(order.AsSpan(hashed));
        return (order, hashed);
    }

    public int[] ByName()
    {
        var order = Numbers();
        SortByName(order);
        return order;
    }

    /// <param name="order">For each new number the old one.</param>
    /// <param name="hashed">How many come first, in any order; those after them are in ordinal order.</param>
    public TermTable ToTable(int[] order, int hashed)
    {
        var (chars, ends, length) = (new char[_ends[Count]], new int[Count + 1], 0);
        for (var id = 0; id < order.Length; id++)
        {
            Name(order[id]).CopyTo(chars.AsSpan(length));
            ends[id + 1] = length += Name(order[id]).Length;
        }
        return new(chars, ends, hashed);
    }

    private int[] Numbers()
    {
        var numbers = new int[Count];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = i;
        return numbers;
    }

    // By the first four letters as one number; most names have no more.
    private void SortByName(Span<int> order)
    {
        var keys = new ulong[order.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = Begin(Name(order[i]));
        keys.AsSpan().Sort(order);
        for (var from = 0; from < keys.Length;)
        {
            var to = from + 1;
            while (to < keys.Length && keys[to] == keys[from]) to++;
            if (to - from > 1) order[from..to].Sort((a, b) => Name(a).SequenceCompareTo(Name(b)));
            from = to;
        }
    }

    private static ulong Begin(ReadOnlySpan<char> name)
    {
        ulong begin = 0;
        for (var i = 0; i < 4; i++) begin = begin << 16 | (i < name.Length ? name[i] : '\0');
        return begin;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var id = 0; id < Count; id++)
        {
            var slot = Home(Name(id));
            while (_slots[slot] > 0) slot = Next(slot);
            _slots[slot] = id + 1;
        }
    }

    private int Home(ReadOnlySpan<char> term) => (int)((ulong)(uint)string.GetHashCode(term) * (uint)_slots.Length >> 32);

    private int Next(int slot) => slot + 1 == _slots.Length ? 0 : slot + 1;
}
