using System.Runtime.InteropServices;
using KnowledgeBase.Content;

namespace KnowledgeBase.Search.Indexing;

/// <summary>A segment as bytes, without the documents: the packed lists one after the other, each with its length before it.</summary>
internal static class SegmentStream
{
    public static void Write(BinaryWriter to, Segment segment)
    {
        WriteArray(to, segment.Lengths);
        WriteArray(to, segment.TitleLengths);
        WriteTable(to, segment.Terms);
        var (texts, terms, isKana) = segment.Words.Stored;
        WriteTable(to, texts);
        WriteArray(to, terms);
        WriteArray(to, isKana);
        WriteLists(to, segment.Postings.Stored);
        WriteLists(to, segment.Forward.Stored);
        WriteArray(to, [.. segment.Codes.Select(c => c.Code.Value)]);
        WriteArray(to, [.. segment.Codes.Select(c => c.Part)]);
        WriteArray(to, [.. segment.Codes.Select(c => (byte)c.Level)]);
        var (hashes, names) = segment.Names.Stored;
        WriteArray(to, hashes);
        WriteArray(to, [.. names.Select(n => n.Part)]);
        WriteArray(to, [.. names.Select(n => (byte)n.Kind)]);
        to.Write(segment.TextCodes.Count);
        foreach (var (written, part) in segment.TextCodes)
        {
            to.Write(written);
            to.Write(part);
        }
    }

    /// <param name="documents">Those that the segment was made of, in the same order.</param>
    /// <exception cref="InvalidDataException">The segment is not of these documents.</exception>
    public static Segment Read(BinaryReader from, IReadOnlyList<SearchDocument> documents)
    {
        var (pages, parts) = (new List<IndexedPage>(documents.Count), 0);
        foreach (var document in documents)
        {
            pages.Add(new(document, parts));
            parts += document.Parts.Count;
        }
        var lengths = ReadArray<int>(from);
        if (lengths.Length != parts) throw new InvalidDataException("The saved index has another number of sections.");
        return new()
        {
            Pages = pages,
            FirstPart = 0,
            Lengths = lengths,
            TitleLengths = ReadArray<int>(from),
            Terms = ReadTable(from),
            Words = new(ReadTable(from), ReadArray<int>(from), ReadArray<bool>(from)),
            Postings = ReadLists(from) is var (postings, starts) ? new(0, postings, starts) : null!,
            Forward = ReadLists(from) is var (terms, begins) ? new(0, terms, begins) : null!,
            Codes = ReadCodes(from),
            Names = new(ReadArray<ulong>(from), ReadNames(from)),
            TextCodes = ReadTextCodes(from),
        };
    }

    private static List<(ErrorCode, int, CodeLevel)> ReadCodes(BinaryReader from)
    {
        var (codes, parts, levels) = (ReadArray<uint>(from), ReadArray<int>(from), ReadArray<byte>(from));
        return [.. codes.Select((c, i) => (new ErrorCode(c), parts[i], (CodeLevel)levels[i]))];
    }

    private static (int, NameKind)[] ReadNames(BinaryReader from)
    {
        var (parts, kinds) = (ReadArray<int>(from), ReadArray<byte>(from));
        return [.. parts.Select((p, i) => (p, (NameKind)kinds[i]))];
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

    private static void WriteLists(BinaryWriter to, (byte[] Bytes, Offsets Offsets) lists)
    {
        WriteArray(to, lists.Bytes);
        WriteOffsets(to, lists.Offsets);
    }

    private static (byte[] Bytes, Offsets Offsets) ReadLists(BinaryReader from) => (ReadArray<byte>(from), new(ReadOffsets(from)));

    // Ascending numbers as their distances, most of which take one byte.
    private static void WriteOffsets(BinaryWriter to, Offsets offsets)
    {
        to.Write(offsets.Count);
        var last = 0;
        for (var i = 0; i < offsets.Count; i++)
        {
            to.Write7BitEncodedInt(offsets[i] - last);
            last = offsets[i];
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
