namespace KnowledgeBase.Search.Indexing;

/// <summary>For each term the parts that hold it, ascending, with weighted counts, packed into bytes.</summary>
/// <param name="firstPart">Number of the segment's first part.</param>
/// <param name="offsets">Where each term's bytes begin, and the end.</param>
internal sealed class Postings(int firstPart, byte[] bytes, int[] offsets)
{
    /// <summary>Weighted counts are kept in halves.</summary>
    public const float Unit = 0.5f;

    /// <summary>Most that one reading gives.</summary>
    public const int Block = 128;

    public long Bytes => bytes.Length + offsets.Length * 4L;

    public (byte[] Bytes, int[] Offsets) Stored => (bytes, offsets);

    /// <summary>Number of parts that hold the term, and that hold it in title or heading. Each list begins with the two.</summary>
    public (int All, int InTitle) Holding(int term)
    {
        if (term + 1 >= offsets.Length || offsets[term] == offsets[term + 1]) return (0, 0);
        var at = offsets[term];
        return (ReadNumber(bytes, ref at), ReadNumber(bytes, ref at));
    }

    /// <summary>A reader of the term's list; an empty one for a term that came later.</summary>
    public Reader Open(int term)
    {
        if (term + 1 >= offsets.Length || offsets[term] == offsets[term + 1]) return new([], 0);
        var at = offsets[term];
        ReadNumber(bytes, ref at);
        ReadNumber(bytes, ref at);
        return new(bytes.AsSpan(at, offsets[term + 1] - at), firstPart - 1);
    }

    /// <summary>Appends one posting: the distance in the upper bits, and in the lower two whether count and title count follow.</summary>
    public static void Write(List<byte> to, int delta, int count, int title)
    {
        var code = title switch { 0 => count == 2 ? 0 : 1, 1 => 3, _ => 2 };
        WriteNumber(to, (uint)delta << 2 | (uint)code);
        if (code != 0) to.Add((byte)Math.Min(count, 255));
        if (code == 2) to.Add((byte)Math.Min(title, 255));
    }

    public static void WriteNumber(List<byte> to, uint value)
    {
        for (; value >= 0x80; value >>= 7) to.Add((byte)(value | 0x80));
        to.Add((byte)value);
    }

    private static int ReadNumber(ReadOnlySpan<byte> bytes, ref int at)
    {
        uint value = 0;
        for (var shift = 0; ; shift += 7)
        {
            uint b = bytes[at++];
            value |= (b & 0x7F) << shift;
            if (b < 0x80) return (int)value;
        }
    }

    /// <summary>Reads one term's parts block by block.</summary>
    public ref struct Reader(ReadOnlySpan<byte> bytes, int before)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private int _at;
        private int _part = before;

        /// <param name="parts">Receives up to <see cref="Block"/> parts.</param>
        /// <param name="counts">Receives for each the count over all fields, in <see cref="Unit"/>, and times 256 the one in the title.</param>
        /// <returns>How many; 0 at the end.</returns>
        public int Read(scoped Span<int> parts, scoped Span<int> counts)
        {
            var bytes = _bytes;
            var (at, part, n) = (_at, _part, 0);
            while (n < Block && at < bytes.Length)
            {
                uint value = bytes[at++];
                if (value >= 0x80)
                {
                    value &= 0x7F;
                    for (var shift = 7; ; shift += 7)
                    {
                        uint b = bytes[at++];
                        value |= (b & 0x7F) << shift;
                        if (b < 0x80) break;
                    }
                }
                part += (int)(value >> 2);
                var count = 2;
                if ((value & 3) != 0)
                {
                    count = bytes[at++];
                    if ((value & 3) == 3) count |= 256;
                    else if ((value & 3) == 2) count |= bytes[at++] << 8;
                }
                parts[n] = part;
                counts[n++] = count;
            }
            (_at, _part) = (at, part);
            return n;
        }
    }
}
