namespace KnowledgeBase.Site.Editing;

/// <summary>What kind of picture bytes are, by their beginning: a name is its sender's word.</summary>
public static class PictureKind
{
    /// <summary>Kinds that may be put beside the content from the site, as the end of a name. Vector pictures can hold script and come by git only.</summary>
    public static IReadOnlyList<string> Known { get; } = ["png", "jpg", "webp", "gif", "avif"];

    /// <summary>One of <see cref="Known"/>; null for anything else.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "png"
        : bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "jpg"
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? "gif"
        : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? "webp"
        : bytes.Length > 12 && bytes[4..].StartsWith("ftypavi"u8) ? "avif"
        : null;

    /// <summary>The kind that a name says; null for one that is not taken.</summary>
    public static string? OfName(string name) => name[(name.LastIndexOf('.') + 1)..].ToLowerInvariant() switch
    {
        "jpeg" => "jpg",
        var end => Known.Contains(end) ? end : null,
    };

    internal static bool Fits(string path, ReadOnlySpan<byte> bytes) => OfName(path) is { } named && Of(bytes) == named;
}
