namespace KnowledgeBase.Site.Editing;

/// <summary>Whether bytes are the kind of picture that a name says.</summary>
internal static class PictureKind
{
    public static bool Fits(string path, ReadOnlySpan<byte> bytes) => path[(path.LastIndexOf('.') + 1)..] switch
    {
        "png" => bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]),
        "jpg" or "jpeg" => bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]),
        "gif" => bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8),
        "webp" => bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8),
        "avif" => bytes.Length > 12 && bytes[4..].StartsWith("ftypavi"u8),
        _ => false,
    };
}
