using System.Buffers;
using System.Globalization;
using System.Text;

namespace KnowledgeBase.Content;

/// <summary>A text with width, compatibility forms, dashes and spaces folded to ASCII and invisible characters dropped; each
/// folded character knows where it stood.</summary>
internal sealed class ErrorCodeText : IDisposable
{
    private readonly char[] _chars;
    private readonly int[] _starts;

    public ErrorCodeText(string text)
    {
        _chars = ArrayPool<char>.Shared.Rent(text.Length + 1);
        _starts = ArrayPool<int>.Shared.Rent(text.Length + 1);
        for (var i = 0; i < text.Length;)
        {
            var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
            if (Fold(text, i, length) is { } c)
            {
                _chars[Length] = c;
                _starts[Length++] = i;
            }
            i += length;
        }
        _starts[Length] = text.Length;
    }

    public int Length { get; private set; }

    /// <summary>NUL outside of the text, so that neighbours need no bounds check.</summary>
    public char this[int i] => (uint)i < (uint)Length ? _chars[i] : '\0';

    public int Start(int i) => _starts[i];

    /// <summary>Where the character before this folded position ends in the original.</summary>
    public int End(int i, string text)
    {
        var last = _starts[i - 1];
        return last + (char.IsHighSurrogate(text[last]) && last + 1 < text.Length && char.IsLowSurrogate(text[last + 1]) ? 2 : 1);
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_chars);
        ArrayPool<int>.Shared.Return(_starts);
    }

    /// <summary>The folded character; null for a character that is not seen.</summary>
    private static char? Fold(string text, int i, int length)
    {
        var c = text[i];
        if (c < 128) return c;
        if (c is >= '\uFF01' and <= '\uFF5E') return (char)(c - 0xFEE0);
        if (c is '\u3007' or '\u25CB') return 'O'; // 〇 and ○ stand in for a zero as the letter O does
        if (c == '\u00D7') return 'x';
        if (c is '\u2212' or '\u2043' or '\u02D7' or '\u2500') return '-';
        if (length == 1 && c is >= '\u3041' and <= '\u9FFF' and not '\u30A0') return c == '\u30FC' ? 'ー' : c;
        if (c == '\uFF70') return 'ー';
        if (c == '\uFFFE') return c; // no text: normalising it throws
        switch (CharUnicodeInfo.GetUnicodeCategory(text, i))
        {
            case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark: return null;
            case UnicodeCategory.DashPunctuation: return '-';
            case UnicodeCategory.SpaceSeparator: return ' ';
            case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator: return '\n';
            case UnicodeCategory.Surrogate: return c;
            default: return Compatible(text, i, length);
        }
    }

    // Mathematical, circled and raised letters and digits, one ASCII character each.
    private static char Compatible(string text, int i, int length)
    {
        Span<char> one = stackalloc char[20];
        var source = text.AsSpan(i, length);
        return source.TryNormalize(one, out var written, NormalizationForm.FormKC) && written == 1 && one[0] < 128 ? one[0] : text[i];
    }
}
