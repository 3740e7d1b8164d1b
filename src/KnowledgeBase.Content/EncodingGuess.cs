using System.Text;

namespace KnowledgeBase.Content;

/// <summary>Which encoding a text that is not UTF-8 seems to have: only a hint in a message, never used to read.</summary>
internal static class EncodingGuess
{
    private static readonly (string Name, Encoding Encoding)[] Japanese =
    [
        ("Shift_JIS", Strict(932)),
        ("EUC-JP", Strict(51932)),
    ];

    /// <summary>The name as iconv knows it, or null where nothing speaks for any.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return "UTF-32LE";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return "UTF-16LE";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return "UTF-16BE";
        if (bytes.Length >= 4 && bytes[..4].IndexOf((byte)0) is var nul and >= 0 && bytes[..4].ContainsAnyExcept((byte)0))
            return nul % 2 == 0 ? "UTF-16BE" : "UTF-16LE";
        if (IsIso2022Jp(bytes)) return "ISO-2022-JP";
        var copy = bytes.ToArray();
        var best = Japanese.Select(e => (e.Name, Kana: Kana(e.Encoding, copy))).MaxBy(e => e.Kana);
        return best.Kana > 0 ? best.Name : null;
    }

    public static bool IsIso2022Jp(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\u001B$B"u8) >= 0 || bytes.IndexOf("\u001B$@"u8) >= 0;

    // Real Japanese has hiragana and full-width katakana; the wrong one of the two encodings yields half-width ones.
    private static int Kana(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes).Count(c => c is >= '\u3041' and <= '\u30FF');
        }
        catch (DecoderFallbackException)
        {
            return 0;
        }
    }

    private static Encoding Strict(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(
        codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
}
