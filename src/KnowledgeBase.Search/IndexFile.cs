using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Search.Indexing;

namespace KnowledgeBase.Search;

/// <summary>A saved index: mark, key, checksum, then the packed lists, compressed. It spares the packing at start; the documents
/// come from the content. A file that is missing, damaged, of another version or of other content is simply not used.</summary>
public static class IndexFile
{
    // Another build of the engine may analyse or pack in another way.
    private static readonly string s_version = $"knowledge-base-index {typeof(IndexFile).Module.ModuleVersionId}";

    /// <summary>Writes beside the path first, so that a reader never sees half a file.</summary>
    /// <param name="key">Names the content that the index was built from.</param>
    /// <returns>False where the index has had changes since it was packed: those are not saved.</returns>
    /// <exception cref="IOException">The file could not be written.</exception>
    public static bool Save(SearchIndex index, string path, string key)
    {
        if (index.Data.Segments.Length > 1 || index.Data.IsOutdated.Count > 0) return false;
        var segment = index.Data.Segments[0];
        var beside = path + ".new";
        using (var file = new BinaryWriter(File.Create(beside), Encoding.UTF8))
        {
            file.Write(s_version);
            file.Write(key);
            WriteBlock(file, to => SegmentStream.WriteForward(to, segment));
            WriteBlock(file, to => SegmentStream.WriteLists(to, segment));
        }
        File.Move(beside, path, overwrite: true);
        return true;
    }

    /// <returns>Null where there is none of this build, or it is cut off.</returns>
    public static OpenedIndex? Open(string path)
    {
        try
        {
            if (!File.Exists(path)) return null;
            using var file = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
            if (file.ReadString() != s_version) return null;
            var key = file.ReadString();
            return ReadBlock(file) is { } forward && ReadBlock(file) is { } others ? new(key, forward, others) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    // Its length, its checksum, then its length unpacked and the packed bytes.
    private static void WriteBlock(BinaryWriter file, Action<BinaryWriter> write)
    {
        var plain = new MemoryStream();
        using (var to = new BinaryWriter(plain, Encoding.UTF8, leaveOpen: true)) write(to);
        var block = new byte[sizeof(int) + BrotliEncoder.GetMaxCompressedLength((int)plain.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(block, (int)plain.Length);
        if (!BrotliEncoder.TryCompress(plain.GetBuffer().AsSpan(0, (int)plain.Length), block.AsSpan(sizeof(int)), out var packed, quality: 1, window: 22))
            throw new InvalidOperationException("The index could not be packed.");
        var bytes = block.AsSpan(0, sizeof(int) + packed);
        file.Write(bytes.Length);
        file.Write(SHA256.HashData(bytes));
        file.Write(bytes);
    }

    /// <summary>A block as it was before it was packed.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    internal static byte[] Unpack(byte[] block)
    {
        var packed = block.AsSpan(SHA256.HashSizeInBytes);
        if (!SHA256.HashData(packed).AsSpan().SequenceEqual(block.AsSpan(0, SHA256.HashSizeInBytes))) throw new InvalidDataException("The saved index is damaged.");
        var plain = new byte[BinaryPrimitives.ReadInt32LittleEndian(packed)];
        return BrotliDecoder.TryDecompress(packed[sizeof(int)..], plain, out var written) && written == plain.Length ? plain : throw new InvalidDataException("The saved index is damaged.");
    }

    // The checksum and what it is of, as they stand in the file; null where it ends before.
    private static byte[]? ReadBlock(BinaryReader file)
    {
        var length = file.ReadInt32();
        if (length < sizeof(int) || length > file.BaseStream.Length) return null;
        var block = file.ReadBytes(SHA256.HashSizeInBytes + length);
        return block.Length == SHA256.HashSizeInBytes + length ? block : null;
    }
}
