using System.Runtime.CompilerServices;

namespace KnowledgeBase.Search.Indexing;

/// <summary>For each term the parts that hold it, ascending, with weighted counts, packed into bytes.</summary>
/// <param name="firstPart">Number of the segment's first part.</param>
/// <param name="offsets">Where each term's bytes begin, and the end.</param>
internal sealed class Postings(int firstPart, byte[] bytes, Offsets offsets)
{
    /// <summary>Weighted counts are kept in halves.</summary>
    public const float Unit = 0.5f;

    /// <summary>Most that one reading gives.</summary>
    public const int Block = 128;

    private const int MostCounted = 127;
    private const int TitleFollows = 128;

    public long Bytes => bytes.Length + offsets.Bytes;

    /// <summary>Number of parts that hold the term, and that hold it in title or heading.</summary>
    public (int All, int InTitle) Holding(int term)
    {
        var (at, _) = Range(term);
        return at < 0 ? (0, 0) : ReadHead(ref at);
    }

    /// <summary>The term's list as it is packed.</summary>
    public ReadOnlySpan<byte> List(int term) => bytes.AsSpan(offsets[term]..offsets[term + 1]);

    /// <summary>A reader of the term's list; an empty one for a term that came later.</summary>
    public Reader Open(int term)
    {
        var (at, end) = Range(term);
        if (at < 0) return new([], 0);
        ReadHead(ref at);
        return new(bytes.AsSpan(at, end - at), firstPart - 1);
    }

    /// <summary>Begins a list. Most terms stand in no title: one bit says so.</summary>
    public static void WriteHead(ByteList to, int all, int inTitle)
    {
        WriteNumber(to, (uint)all << 1 | (inTitle > 0 ? 1u : 0));
        if (inTitle > 0) WriteNumber(to, (uint)inTitle);
    }

    /// <summary>Appends one posting: the distance in the upper bits, and in the lower two what most postings are: 0 once in the text,
    /// 1 twice, 2 more often, 3 in the title too.</summary>
    public static void Write(ByteList to, int delta, int count, int title)
    {
        var code = title > 0 ? 3 : count switch { 2 => 0, 4 => 1, _ => 2 };
        WriteNumber(to, (uint)delta << 2 | (uint)code);
        if (code < 2) return;
        to.Add((byte)(Math.Min(count, MostCounted) | (title > 1 ? TitleFollows : 0)));
        if (title > 1) to.Add((byte)Math.Min(title, MostCounted));
    }

    public static void WriteNumber(ByteList to, uint value)
    {
        for (; value >= 0x80; value >>= 7) to.Add((byte)(value | 0x80));
        to.Add((byte)value);
    }

    // -1 where no part holds the term.
    private (int At, int End) Range(int term)
    {
        if (term + 1 >= offsets.Count) return (-1, 0);
        var (at, end) = (offsets[term], offsets[term + 1]);
        return at == end ? (-1, 0) : (at, end);
    }

    private (int All, int InTitle) ReadHead(ref int at)
    {
        var all = ReadNumber(bytes, ref at);
        return (all >> 1, (all & 1) == 0 ? 0 : ReadNumber(bytes, ref at));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadNumber(byte[] bytes, ref int at)
    {
        uint value = bytes[at++];
        return (int)(value < 0x80 ? value : Rest(bytes, ref at, value & 0x7F));
    }

    private static uint Rest(byte[] bytes, ref int at, uint value)
    {
        for (var shift = 7; ; shift += 7)
        {
            uint b = bytes[at++];
            value |= (b & 0x7F) << shift;
            if (b < 0x80) return value;
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
                var count = 2 + 2 * (int)(value & 1);
                if ((value & 2) != 0)
                {
                    count = bytes[at++];
                    if (count >= TitleFollows) count = count - TitleFollows | bytes[at++] << 8;
                    else if ((value & 1) != 0) count |= 256;
                }
                parts[n] = part;
                counts[n++] = count;
            }
            (_at, _part) = (at, part);
            return n;
        }
    }
}
