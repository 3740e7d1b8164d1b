namespace KnowledgeBase.Search.Indexing;

/// <summary>Bytes one after the other. Of this assembly and of one type: a list of the framework costs code that is compiled ahead of
/// time a call for each byte, which a start would feel.</summary>
internal sealed class ByteList(int capacity)
{
    private byte[] _bytes = new byte[capacity];

    public int Count { get; private set; }

    public void Add(byte value)
    {
        var at = Count;
        if (at == _bytes.Length) Array.Resize(ref _bytes, Math.Max(16, at * 2));
        _bytes[at] = value;
        Count = at + 1;
    }

    public void AddRange(ReadOnlySpan<byte> values)
    {
        if (Count + values.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(Count + values.Length, _bytes.Length * 2));
        values.CopyTo(_bytes.AsSpan(Count));
        Count += values.Length;
    }

    public byte[] ToArray() => _bytes.AsSpan(0, Count).ToArray();
}
