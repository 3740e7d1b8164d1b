using System.IO.Compression;

namespace KnowledgeBase.Web.Caching;

/// <summary>A rendered page, plain and compressed.</summary>
public sealed class StoredPage
{
    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;

    public StoredPage(byte[] html, string? language, int generation)
    {
        (Html, Language, Generation) = (html, language, generation);
        _brotli = new(() => Compress(html, s => new BrotliStream(s, CompressionLevel.Optimal)));
        _gzip = new(() => Compress(html, s => new GZipStream(s, CompressionLevel.Optimal)));
    }

    public byte[] Html { get; }

    public string? Language { get; }

    public int Generation { get; }

    public byte[] Brotli => _brotli.Value;

    public byte[] Gzip => _gzip.Value;

    private static byte[] Compress(byte[] bytes, Func<Stream, Stream> open)
    {
        using var target = new MemoryStream();
        using (var compressor = open(target)) compressor.Write(bytes);
        return target.ToArray();
    }
}
