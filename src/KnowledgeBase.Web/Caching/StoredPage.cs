using System.IO.Compression;
using System.Security.Cryptography;

namespace KnowledgeBase.Web.Caching;

/// <summary>A rendered page in every form in which it is sent. The validator is made of the bytes, so a page that an edit elsewhere
/// left as it was keeps its validator, and all replicas agree about it.</summary>
public sealed class StoredPage
{
    // Quick enough for a reader who waits; the background makes the small ones.
    private const int QuickQuality = 5;
    private const int BestQuality = 11;
    private const int Window = 22;

    // From so many readings on a page is worth 20 ms of compression.
    private const int OftenRead = 8;

    private readonly string _hash;
    private readonly Lazy<PageBody> _gzip;
    private volatile PageBody? _brotli;
    private int _readings;

    /// <param name="generation">Of the snapshot that the page shows.</param>
    public StoredPage(byte[] html, string? language, int generation)
    {
        (Html, Language, Generation) = (html, language, generation);
        _hash = Convert.ToHexStringLower(SHA256.HashData(html), 0, 8);
        Plain = new(html, null, $"\"{_hash}\"");
        _gzip = new(() => new(Gzipped(html), "gzip", $"\"{_hash}-gz\""));
    }

    public byte[] Html { get; }

    /// <summary>What its views are counted under; null for a page whose views are not counted.</summary>
    public (string Page, KnowledgeBase.Content.Locale Locale)? Name { get; init; }

    public string? Language { get; }

    public int Generation { get; }

    public PageBody Plain { get; }

    public PageBody Gzip => _gzip.Value;

    public PageBody Brotli => _brotli ??= Compressed(QuickQuality);

    /// <summary>Compresses as far as it goes, about 20 ms of work. The bytes differ, so the validator does too.</summary>
    public void Shrink()
    {
        _brotli = Compressed(BestQuality);
        IsSmall = true;
    }

    /// <summary>Whether <see cref="Shrink"/> was called for these bytes.</summary>
    public bool IsSmall { get; private set; }

    public bool IsOftenRead => _readings >= OftenRead;

    // Two readers at once may count as one: it is a measure, not an account.
    public void Count() => _readings++;

    /// <summary>Whether this is the validator of the page in any encoding.</summary>
    public bool IsTag(ReadOnlySpan<char> tag) => tag.Length > _hash.Length && tag[0] == '"' && tag[1..].StartsWith(_hash) && tag[^1] == '"' && (tag[_hash.Length + 1] is '"' or '-');

    /// <summary>Takes the compressed forms of a page that has the same bytes.</summary>
    /// <returns>Whether it had.</returns>
    public bool Adopt(StoredPage twin)
    {
        if (twin._hash != _hash || twin._brotli is not { } known || !Html.AsSpan().SequenceEqual(twin.Html)) return false;
        (_brotli, IsSmall, _readings) = (known, twin.IsSmall, twin._readings);
        return true;
    }

    private PageBody Compressed(int quality)
    {
        var target = new byte[BrotliEncoder.GetMaxCompressedLength(Html.Length)];
        if (!BrotliEncoder.TryCompress(Html, target, out var length, quality, Window)) throw new InvalidOperationException("The page does not fit its own bound.");
        return new(target.AsSpan(0, length).ToArray(), "br", $"\"{_hash}-br{quality}\"");
    }

    private static byte[] Gzipped(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var compressor = new GZipStream(target, CompressionLevel.Optimal)) compressor.Write(bytes);
        return target.ToArray();
    }
}
