using System.Runtime.InteropServices;

namespace KnowledgeBase.Search.Indexing;

/// <summary>A segment as bytes, in two blocks that can be read at once. What can be counted or hashed again is left out: the documents
/// and the postings of terms that the forward index names each time.</summary>
internal static class SegmentStream
{
    public static void WriteForward(BinaryWriter to, Segment segment)
    {
        to.Write(segment.Terms.Count);
        to.Write(segment.Parts);
        var (bytes, offsets) = segment.Forward.Stored;
        WriteArray(to, bytes);
        WriteOffsets(to, offsets);
    }

    /// <summary>The forward index, and the postings as far as it tells them, not packed yet.</summary>
    public static (ForwardIndex Forward, TermCounter Counted) ReadForward(StoredBytes from)
    {
        var (terms, parts) = (from.Int(), from.Int());
        var forward = new ForwardIndex(0, from.Array<byte>(), new(from.Ascending()));
        return (forward, TermCounter.Count(forward, parts, terms));
    }

    public static void WriteLists(BinaryWriter to, Segment segment)
    {
        WriteArray(to, segment.Lengths);
        WriteArray(to, segment.TitleLengths);
        WriteTable(to, segment.Terms);
        var (texts, terms, isKana) = segment.Words.Stored;
        WriteTable(to, texts);
        WriteArray(to, terms);
        WriteArray(to, isKana);
        WritePostings(to, segment);
        WriteArray(to, segment.Codes);
        var (hashes, names) = segment.Names.Stored;
        WriteArray(to, hashes);
        WriteArray(to, names);
        to.Write(segment.TextCodes.Count);
        foreach (var (written, part) in segment.TextCodes)
        {
            to.Write(written);
            to.Write(part);
        }
    }

    public static StoredLists ReadLists(StoredBytes from) => new()
    {
        Lengths = from.Array<int>(),
        TitleLengths = from.Array<int>(),
        Terms = ReadTable(from),
        Words = new(ReadTable(from), from.Array<int>(), from.Array<bool>()),
        Others = new(from.Ascending(), from.Array<byte>(), from.Ascending()),
        Codes = from.Array<ulong>(),
        Names = new(from.Array<ulong>(), from.Array<int>()),
        TextCodes = ReadTextCodes(from),
    };

    public static Segment Join(IReadOnlyList<IndexedPage> pages, StoredLists lists, Task<(ForwardIndex Forward, Postings Postings)> counted) => new()
    {
        Pages = pages,
        FirstPart = 0,
        Lengths = lists.Lengths,
        TitleLengths = lists.TitleLengths,
        Terms = lists.Terms,
        Words = lists.Words,
        Counted = counted,
        Codes = lists.Codes,
        Names = lists.Names,
        TextCodes = lists.TextCodes,
    };

    private static void WritePostings(BinaryWriter to, Segment segment)
    {
        var counted = TermCounter.Count(segment.Forward, segment.Parts, segment.Terms.Count).Pack();
        var (terms, lists, ends) = (new List<int>(), new List<byte>(), new List<int> { 0 });
        for (var term = 0; term < segment.Terms.Count; term++)
        {
            var list = segment.Postings.List(term);
            if (list.SequenceEqual(counted.List(term))) continue;
            terms.Add(term);
            lists.AddRange(list);
            ends.Add(lists.Count);
        }
        WriteOffsets(to, [.. terms]);
        WriteArray(to, lists.ToArray());
        WriteOffsets(to, [.. ends]);
    }

    private static List<(string, int)> ReadTextCodes(StoredBytes from)
    {
        var codes = new List<(string, int)>();
        for (var left = from.Int(); left > 0; left--) codes.Add((from.String(), from.Int()));
        return codes;
    }

    private static void WriteTable(BinaryWriter to, TermTable table)
    {
        var (chars, ends, hashed) = table.Stored;
        WriteArray(to, chars);
        WriteOffsets(to, ends);
        to.Write(hashed);
    }

    private static TermTable ReadTable(StoredBytes from) => new(from.Array<char>(), from.Ascending(), from.Int());

    // Ascending numbers as their distances, most of which take one byte.
    private static void WriteOffsets(BinaryWriter to, Offsets offsets) => WriteOffsets(to, [.. Enumerable.Range(0, offsets.Count).Select(i => offsets[i])]);

    private static void WriteOffsets(BinaryWriter to, int[] offsets)
    {
        to.Write(offsets.Length);
        var last = 0;
        foreach (var offset in offsets)
        {
            to.Write7BitEncodedInt(offset - last);
            last = offset;
        }
    }

    private static void WriteArray<T>(BinaryWriter to, ReadOnlySpan<T> values) where T : unmanaged
    {
        to.Write(values.Length);
        to.Write(MemoryMarshal.AsBytes(values));
    }

    private static void WriteArray<T>(BinaryWriter to, T[] values) where T : unmanaged => WriteArray<T>(to, values.AsSpan());
}
