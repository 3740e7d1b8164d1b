using System.Runtime.CompilerServices;

namespace KnowledgeBase.Search.Querying;

/// <summary>Where each term stands in a short list. It stays in the processor's nearest cache, where one number for each term of the
/// index would not, and most of the terms that it is asked for are not in it.</summary>
internal sealed class TermPlaces
{
    private const int Smallest = 1 << 10;

    // Term plus one and its place.
    private (int TermPlusOne, int Place)[] _slots = new (int, int)[Smallest];
    private int _count;

    /// <summary>-1 for a term that is not in the list.</summary>
    public int this[int term]
    {
        // Most that are asked for find their slot empty.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _slots[term & (_slots.Length - 1)].TermPlusOne == 0 ? -1 : Find(term);
    }

    private int Find(int term)
    {
        var slots = _slots;
        for (var slot = term; ; slot++)
        {
            ref readonly var at = ref slots[slot & (slots.Length - 1)];
            if (at.TermPlusOne == term + 1) return at.Place;
            if (at.TermPlusOne == 0) return -1;
        }
    }

    /// <param name="term">Not in the list yet.</param>
    public void Add(int term, int place)
    {
        if (++_count * 4 > _slots.Length) Grow();
        Put(term, place);
    }

    public void Clear()
    {
        if (_slots.Length > Smallest) _slots = new (int, int)[Smallest];
        else Array.Clear(_slots);
        _count = 0;
    }

    private void Put(int term, int place)
    {
        var slot = term;
        while (_slots[slot & (_slots.Length - 1)].TermPlusOne != 0) slot++;
        _slots[slot & (_slots.Length - 1)] = (term + 1, place);
    }

    private void Grow()
    {
        var before = _slots;
        _slots = new (int, int)[before.Length * 2];
        foreach (var (termPlusOne, place) in before)
            if (termPlusOne > 0) Put(termPlusOne - 1, place);
    }
}
