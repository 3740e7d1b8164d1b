namespace KnowledgeBase.Search.Indexing;

/// <summary>For each term the parts that hold it, ascending, with weighted counts, packed into bytes.</summary>
internal sealed class Postings(byte[] bytes, int[] offsets, int[] parts, int[] titles)
{
    /// <summary>Weighted counts are kept in halves.</summary>
    public const float Unit = 0.5f;

    /// <summary>Number of parts that hold the term.</summary>
    public int Parts(int term) => parts[term];

    /// <summary>Number of parts that hold it in the title or heading.</summary>
    public int Titles(int term) => titles[term];

    public long Bytes => bytes.Length;

    public Cursor Open(int term) => new(bytes.AsSpan(offsets[term], offsets[term + 1] - offsets[term]));

    /// <summary>Appends one posting: the distance in the upper bits, and in the lower two whether count and title count follow.</summary>
    public static void Write(List<byte> to, int delta, int count, int title)
    {
        var code = title switch { 0 => count == 2 ? 0 : 1, 1 => 3, _ => 2 };
        var value = (uint)delta << 2 | (uint)code;
        for (; value >= 0x80; value >>= 7) to.Add((byte)(value | 0x80));
        to.Add((byte)value);
        if (code != 0) to.Add((byte)Math.Min(count, 255));
        if (code == 2) to.Add((byte)Math.Min(title, 255));
    }

    /// <summary>Reads one term's parts; <see cref="Next"/> is false after the last.</summary>
    public ref struct Cursor(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private int _at;

        public int Part { get; private set; } = -1;

        /// <summary>Weighted over all fields, in <see cref="Unit"/>.</summary>
        public int Count { get; private set; }
        public int Title { get; private set; }

        public bool Next()
        {
            if (_at >= _bytes.Length) return false;
            uint value = _bytes[_at++];
            if (value >= 0x80)
            {
                value &= 0x7F;
                for (var shift = 7; ; shift += 7)
                {
                    uint b = _bytes[_at++];
                    value |= (b & 0x7F) << shift;
                    if (b < 0x80) break;
                }
            }
            Part += (int)(value >> 2);
            (Count, Title) = (2, 0);
            if ((value & 3) == 0) return true;
            Count = _bytes[_at++];
            if ((value & 3) == 3) Title = 1;
            else if ((value & 3) == 2) Title = _bytes[_at++];
            return true;
        }
    }
}
