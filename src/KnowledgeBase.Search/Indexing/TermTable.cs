namespace KnowledgeBase.Search.Indexing;

/// <summary>Terms ↔ numbers, immutable. All names lie in one buffer: a pair of kanji costs some seven bytes, not an object. The first
/// names, the frequent ones, are found by their hash; the others lie in ordinal order and are found by halving. The hash is seeded by
/// the process, so no author can make terms that collide.</summary>
internal sealed class TermTable
{
    private readonly char[] _chars;
    private readonly Offsets _ends;
    private readonly int[] _slots;
    private readonly int _hashed;

    // Where the names in order begin that share a first letter.
    private readonly char[] _letters;
    private readonly int[] _starts;

    /// <param name="chars">The names one after the other.</param>
    /// <param name="ends">0, then where each name ends.</param>
    /// <param name="hashed">How many names come first, in any order; those after them are in ordinal order.</param>
    public TermTable(char[] chars, ReadOnlySpan<int> ends, int hashed)
    {
        (_chars, _ends, _hashed) = (chars, new(ends), hashed);
        _slots = new int[hashed + hashed / 2 + 1];
        for (var id = 0; id < hashed; id++)
        {
            var slot = Home(Name(id));
            while (_slots[slot] > 0) slot = Next(slot);
            _slots[slot] = id + 1;
        }
        var (letters, starts) = (new List<char>(), new List<int>());
        for (var id = hashed; id < Count; id++)
        {
            if (letters.Count > 0 && chars[ends[id]] == letters[^1]) continue;
            letters.Add(chars[ends[id]]);
            starts.Add(id);
        }
        starts.Add(Count);
        (_letters, _starts) = ([.. letters], [.. starts]);
    }

    public int Count => _ends.Count - 1;

    public long Bytes => _chars.Length * 2L + _ends.Bytes + _slots.Length * 4L + _letters.Length * 6L;

    /// <summary>The names one after the other, the ends of the names, and how many are hashed.</summary>
    public (char[] Chars, Offsets Ends, int Hashed) Stored => (_chars, _ends, _hashed);

    public ReadOnlySpan<char> Name(int term)
    {
        var start = _ends[term];
        return _chars.AsSpan(start, _ends[term + 1] - start);
    }

    /// <summary>-1 for a term that is not there.</summary>
    public int Find(ReadOnlySpan<char> term)
    {
        for (var slot = Home(term); _slots[slot] > 0; slot = Next(slot))
            if (Name(_slots[slot] - 1).SequenceEqual(term)) return _slots[slot] - 1;
        var (low, high) = Begin(term);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            switch (Name(middle).SequenceCompareTo(term))
            {
                case 0: return middle;
                case < 0: low = middle + 1; break;
                default: high = middle; break;
            }
        }
        return -1;
    }

    // The names in order that begin with the term's first letter.
    private (int Low, int High) Begin(ReadOnlySpan<char> term)
    {
        var letter = term.IsEmpty ? -1 : Array.BinarySearch(_letters, term[0]);
        return letter < 0 ? (0, 0) : (_starts[letter], _starts[letter + 1]);
    }

    private int Home(ReadOnlySpan<char> term) => (int)((ulong)(uint)string.GetHashCode(term) * (uint)_slots.Length >> 32);

    private int Next(int slot) => slot + 1 == _slots.Length ? 0 : slot + 1;
}
