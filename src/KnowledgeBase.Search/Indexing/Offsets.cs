namespace KnowledgeBase.Search.Indexing;

/// <summary>Ascending numbers, most of them in little more than two bytes: sixteen share a base. Sixteen that lie further apart than
/// two bytes reach are kept in full.</summary>
internal sealed class Offsets
{
    private const int Shift = 4;
    private const int Block = 1 << Shift;

    // The base of each sixteen; or, as its complement, their place among the wide ones.
    private readonly int[] _bases;
    private readonly ushort[] _steps;
    private readonly int[] _wide;

    /// <param name="numbers">From 0 up, ascending.</param>
    public Offsets(ReadOnlySpan<int> numbers)
    {
        (_bases, _steps) = (new int[(numbers.Length + Block - 1) >> Shift], new ushort[numbers.Length]);
        var wide = new List<int>();
        for (var block = 0; block < _bases.Length; block++)
        {
            var these = numbers[(block << Shift)..Math.Min((block + 1) << Shift, numbers.Length)];
            if (these[^1] - these[0] > ushort.MaxValue)
            {
                _bases[block] = ~wide.Count;
                wide.AddRange(these);
                continue;
            }
            _bases[block] = these[0];
            for (var i = 0; i < these.Length; i++) _steps[(block << Shift) + i] = (ushort)(these[i] - these[0]);
        }
        _wide = [.. wide];
    }

    public int Count => _steps.Length;

    public long Bytes => _bases.Length * 4L + _steps.Length * 2L + _wide.Length * 4L;

    public int this[int place] => _bases[place >> Shift] is >= 0 and var from ? from + _steps[place] : _wide[~_bases[place >> Shift] + (place & (Block - 1))];
}
