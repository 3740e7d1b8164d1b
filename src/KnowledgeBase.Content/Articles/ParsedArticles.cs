using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace KnowledgeBase.Content;

/// <summary>What was read of articles, without their texts, as bytes: a start that has them parses a text only when somebody asks for it.
/// Mark, then blocks of articles, each with its length and checksum. Only the build that wrote them reads them.</summary>
public static class ParsedArticles
{
    private const int InBlock = 64;

    // Another build may parse or render in another way.
    private static readonly string s_version = $"knowledge-base-articles {typeof(ParsedArticles).Module.ModuleVersionId}";

    /// <param name="content">What <see cref="ContentReader.Read"/> gave.</param>
    public static void Write(ContentSet content, Stream to)
    {
        using var file = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        file.Write(s_version);
        file.Write(content.Shelf?.Snippets ?? "");
        foreach (var block in (content.Shelf?.All ?? []).Chunk(InBlock))
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(block, ArticleJson.Instance.ParsedArticleArray);
            file.Write(bytes.Length);
            file.Write(SHA256.HashData(bytes));
            file.Write(bytes);
        }
        file.Write(0);
    }

    /// <returns>A set to read the next one from, with nothing in it but how each article was parsed; null where the bytes are damaged
    /// or another build wrote them.</returns>
    /// <exception cref="IOException">The bytes end within the mark, or could not be read.</exception>
    /// <exception cref="FormatException">The mark is damaged.</exception>
    public static ContentSet? Read(Stream from)
    {
        using var file = new BinaryReader(from, Encoding.UTF8, leaveOpen: true);
        if (file.ReadString() != s_version) return null;
        var snippets = file.ReadString();
        var isWhole = true;
        var articles = new ConcurrentBag<ParsedArticle[]>();
        Parallel.ForEach(Partitioner.Create(Blocks(file), EnumerablePartitionerOptions.NoBuffering), block =>
        {
            if (block.Bytes is { } bytes && SHA256.HashData(bytes).AsSpan().SequenceEqual(block.Sum))
                articles.Add(JsonSerializer.Deserialize(bytes, ArticleJson.Instance.ParsedArticleArray)!);
            else Volatile.Write(ref isWhole, false);
        });
        return isWhole ? new() { Shelf = new(snippets, articles.SelectMany(a => a), hasTexts: false) } : null;
    }

    /// <summary>Whether every parsed article of one set is that of the other.</summary>
    public static bool AreSame(ContentSet one, ContentSet other) => one.Shelf is { } shelf && other.Shelf is { } others && shelf.IsSame(others);

    // No bytes where the file ends too early or names a length that is not there.
    private static IEnumerable<(byte[] Sum, byte[]? Bytes)> Blocks(BinaryReader file)
    {
        while (true)
        {
            var length = file.ReadBytes(sizeof(int)) is { Length: sizeof(int) } bytes ? BinaryPrimitives.ReadInt32LittleEndian(bytes) : -1;
            if (length == 0) yield break;
            var sum = file.ReadBytes(SHA256.HashSizeInBytes);
            var isThere = length > 0 && length <= file.BaseStream.Length - file.BaseStream.Position;
            yield return (sum, isThere ? file.ReadBytes(length) : null);
            if (!isThere) yield break;
        }
    }
}
