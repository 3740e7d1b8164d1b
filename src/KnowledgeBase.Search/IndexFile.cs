using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Content;
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
        var packed = new MemoryStream();
        using (var to = new BinaryWriter(new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true), Encoding.UTF8))
            SegmentStream.Write(to, index.Data.Segments[0]);
        var bytes = packed.GetBuffer().AsSpan(0, (int)packed.Length);
        var beside = path + ".new";
        using (var file = new BinaryWriter(File.Create(beside), Encoding.UTF8))
        {
            file.Write(s_version);
            file.Write(key);
            file.Write(SHA256.HashData(bytes));
            file.Write(bytes.Length);
            file.Write(bytes);
        }
        File.Move(beside, path, overwrite: true);
        return true;
    }

    /// <returns>The index, or null where there is none for this content: it has to be built.</returns>
    public static SearchIndex? Load(
        string path, string key, IReadOnlyList<SearchDocument> documents, IReadOnlyList<Term>? glossary = null, CodeRegistry? registry = null)
    {
        try
        {
            if (!File.Exists(path)) return null;
            using var file = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
            if (file.ReadString() != s_version || file.ReadString() != key) return null;
            var sum = file.ReadBytes(SHA256.HashSizeInBytes);
            var length = file.ReadInt32();
            if (length < 0 || length > file.BaseStream.Length) return null;
            var bytes = file.ReadBytes(length);
            if (bytes.Length != length || !SHA256.HashData(bytes).AsSpan().SequenceEqual(sum)) return null;
            using var from = new BinaryReader(new BufferedStream(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress), 1 << 16), Encoding.UTF8);
            var segment = SegmentStream.Read(from, documents);
            return new(new(segment, null, null, new HashSet<int>(), registry ?? CodeRegistry.Empty), glossary ?? [], null);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }
}
