namespace KnowledgeBase.Search.Indexing;

/// <summary>Numbers one after the other; see <see cref="ByteList"/>.</summary>
internal sealed class IntList
{
    private int[] _values = new int[16];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Span => _values.AsSpan(0, Count);

    public int this[int place] => _values[place];

    public void Add(int value)
    {
        var at = Count;
        if (at == _values.Length) EnsureCapacity(at + 1);
        _values[at] = value;
        Count = at + 1;
    }

    public void AddRange(ReadOnlySpan<int> values)
    {
        EnsureCapacity(Count + values.Length);
        values.CopyTo(_values.AsSpan(Count));
        Count += values.Length;
    }

    public void EnsureCapacity(int capacity)
    {
        if (capacity > _values.Length) Array.Resize(ref _values, Math.Max(capacity, _values.Length * 2));
    }

    public void Clear() => Count = 0;
}
