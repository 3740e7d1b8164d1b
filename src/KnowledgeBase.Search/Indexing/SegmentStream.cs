using System.Runtime.InteropServices;
using KnowledgeBase.Content;

namespace KnowledgeBase.Search.Indexing;

/// <summary>A segment as bytes, in two blocks that can be read at once. What can be counted or hashed again is left out: the documents,
/// their names, and the postings of terms that the forward index names each time.</summary>
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

    /// <summary>The forward index, and the postings as far as it tells them.</summary>
    public static (ForwardIndex Forward, Postings Counted) ReadForward(BinaryReader from)
    {
        var (terms, parts) = (from.ReadInt32(), from.ReadInt32());
        var forward = new ForwardIndex(0, ReadArray<byte>(from), new(ReadOffsets(from)));
        return (forward, TermCounter.Count(forward, parts, terms));
    }

    public static void WriteOthers(BinaryWriter to, Segment segment)
    {
        WriteArray(to, segment.Lengths);
        WriteArray(to, segment.TitleLengths);
        WriteTable(to, segment.Terms);
        var (texts, terms, isKana) = segment.Words.Stored;
        WriteTable(to, texts);
        WriteArray(to, terms);
        WriteArray(to, isKana);
        WritePostings(to, segment);
        WriteArray(to, [.. segment.Codes.Select(c => c.Code.Value)]);
        WriteArray(to, [.. segment.Codes.Select(c => c.Part)]);
        WriteArray(to, [.. segment.Codes.Select(c => (byte)c.Level)]);
        to.Write(segment.TextCodes.Count);
        foreach (var (written, part) in segment.TextCodes)
        {
            to.Write(written);
            to.Write(part);
        }
    }

    /// <param name="counted">What <see cref="ReadForward"/> gives; asked for when the rest is read.</param>
    /// <param name="documents">Those that the segment was made of, in the same order.</param>
    /// <exception cref="InvalidDataException">The segment is not of these documents.</exception>
    public static Segment ReadOthers(BinaryReader from, Func<(ForwardIndex Forward, Postings Counted)> counted, IReadOnlyList<SearchDocument> documents)
    {
        var (pages, parts) = (new List<IndexedPage>(documents.Count), 0);
        foreach (var document in documents)
        {
            pages.Add(new(document, parts));
            parts += document.Parts.Count;
        }
        var lengths = ReadArray<int>(from);
        if (lengths.Length != parts) throw new InvalidDataException("The saved index has another number of sections.");
        var (titleLengths, names, table) = (ReadArray<int>(from), new ExactNames(pages), ReadTable(from));
        var words = new WordList(ReadTable(from), ReadArray<int>(from), ReadArray<bool>(from));
        var (light, lists, ends) = (ReadOffsets(from), ReadArray<byte>(from), new Offsets(ReadOffsets(from)));
        var (codes, textCodes) = (ReadCodes(from), ReadTextCodes(from));
        var (forward, postings) = counted();
        return new()
        {
            Pages = pages,
            FirstPart = 0,
            Lengths = lengths,
            TitleLengths = titleLengths,
            Terms = table,
            Words = words,
            Postings = postings.With(light, lists, ends),
            Forward = forward,
            Codes = codes,
            Names = names,
            TextCodes = textCodes,
        };
    }

    private static void WritePostings(BinaryWriter to, Segment segment)
    {
        var counted = TermCounter.Count(segment.Forward, segment.Parts, segment.Terms.Count);
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

    private static List<(ErrorCode, int, CodeLevel)> ReadCodes(BinaryReader from)
    {
        var (codes, parts, levels) = (ReadArray<uint>(from), ReadArray<int>(from), ReadArray<byte>(from));
        return [.. codes.Select((c, i) => (new ErrorCode(c), parts[i], (CodeLevel)levels[i]))];
    }

    private static List<(string, int)> ReadTextCodes(BinaryReader from)
    {
        var codes = new List<(string, int)>();
        for (var left = from.ReadInt32(); left > 0; left--) codes.Add((from.ReadString(), from.ReadInt32()));
        return codes;
    }

    private static void WriteTable(BinaryWriter to, TermTable table)
    {
        var (chars, ends, hashed) = table.Stored;
        WriteArray(to, chars);
        WriteOffsets(to, ends);
        to.Write(hashed);
    }

    private static TermTable ReadTable(BinaryReader from) => new(ReadArray<char>(from), ReadOffsets(from), from.ReadInt32());

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

    private static int[] ReadOffsets(BinaryReader from)
    {
        var offsets = new int[from.ReadInt32()];
        var last = 0;
        foreach (ref var offset in offsets.AsSpan()) offset = last += from.Read7BitEncodedInt();
        return offsets;
    }

    private static void WriteArray<T>(BinaryWriter to, ReadOnlySpan<T> values) where T : unmanaged
    {
        to.Write(values.Length);
        to.Write(MemoryMarshal.AsBytes(values));
    }

    private static void WriteArray<T>(BinaryWriter to, T[] values) where T : unmanaged => WriteArray<T>(to, values.AsSpan());

    private static T[] ReadArray<T>(BinaryReader from) where T : unmanaged
    {
        var values = new T[from.ReadInt32()];
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
