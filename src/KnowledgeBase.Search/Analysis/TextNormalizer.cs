using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace KnowledgeBase.Search.Analysis;

/// <summary>Folds what readers do not tell apart: NFKC, width, case, kana (katakana become hiragana), dashes, invisible
/// characters. Independent of the culture, and stable: folding a folded text changes nothing.</summary>
internal static class TextNormalizer
{
    private const string HalfWidth = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

    /// <summary>The folded text alone.</summary>
    public static string Fold(string text)
    {
        var folded = new NormalizedText();
        Normalize(text, folded);
        return folded.Chars.ToString();
    }

    /// <summary>Letters and digits of the folded text, nothing between them, no long marks: what two titles are compared by.</summary>
    public static string Key(ReadOnlySpan<char> text) => Key(text, new());

    /// <param name="folded">Used and left with the folded text.</param>
    public static string Key(ReadOnlySpan<char> text, NormalizedText folded)
    {
        Normalize(text, folded);
        var key = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length; i++)
            if (folded.Class(i) > CharClass.Joiner && folded[i] != 'ー') key.Append(folded[i]);
        // A title of nothing but signs is compared as it is.
        return key.Length > 0 ? key.ToString() : folded.Chars.Trim().ToString();
    }

    public static void Normalize(ReadOnlySpan<char> text, NormalizedText into)
    {
        into.Clear();
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (next >= '\u0300' && IsMark(next) && next is not ('\u3099' or '\u309A') && char.IsLetterOrDigit(c)) i = AddCluster(text, i, into);
            else if (c < 128 || IsKana(c) || c is >= '\u4E00' and <= '\u9FFF') Emit(c, i++, into);
            else if (c is >= '\uFF01' and <= '\uFF5E') Emit((char)(c - 0xFEE0), i++, into);
            else if (c is >= '\uFF61' and <= '\uFF9D') Emit(HalfWidth[c - 0xFF61], i++, into);
            else if (c is '\u3099' or '\u309A' or '\uFF9E' or '\uFF9F') Voice(c is '\u309A' or '\uFF9F' ? 2 : 1, i++, into);
            else i = AddCluster(text, i, into);
        }
        into.Finish(text.Length);
    }

    // A base character with its marks, or a compatibility form: NFKC, then folded one by one.
    private static int AddCluster(ReadOnlySpan<char> text, int i, NormalizedText into)
    {
        var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
        if (length == 1 && (char.IsSurrogate(text[i]) || text[i] == '\uFFFE')) // no text: normalising it throws
        {
            into.Add(' ', CharClass.Separator, i);
            return i + 1;
        }
        var end = i + length;
        if (length == 1 && (IsMark(text[i]) || CharUnicodeInfo.GetUnicodeCategory(text[i]) == UnicodeCategory.Format)) return end; // seen by nobody
        while (end < text.Length && IsMark(text[end])) end++;
        Span<char> buffer = stackalloc char[64];
        var cluster = text[i..Math.Min(end, i + length + 2)];
        if (!cluster.TryNormalize(buffer, out var written, NormalizationForm.FormKC))
        {
            into.Add(' ', CharClass.Separator, i);
            return end;
        }
        for (var j = 0; j < written; j++)
            if (!IsMark(buffer[j])) Emit(buffer[j], i, into);
        return end;
    }

    private static void Emit(char c, int start, NormalizedText into)
    {
        switch (c)
        {
            case >= 'a' and <= 'z': into.Add(c, CharClass.Lower, start); break;
            case >= 'A' and <= 'Z': into.Add((char)(c | 0x20), CharClass.Upper, start); break;
            case >= '0' and <= '9': into.Add(c, CharClass.Digit, start); break;
            case '\n' or '\r' or '!' or '?' or '。': into.Add(c, CharClass.SentenceEnd, start); break;
            case '-' or '_' or '.' or '/' or ':' or ' ' or '\t' or '~' or '\u301C' or '\u2212' or '\u2043' or '\u02D7' or '\u2500' or '\u30A0':
                into.Add(c, CharClass.Joiner, start);
                break;
            case 'ー': EmitLongVowel(start, into); break;
            case >= '\u3041' and <= '\u3096' or '\u309D' or '\u309E': into.Add(c, CharClass.Hiragana, start); break;
            case >= '\u30A1' and <= '\u30F6' or '\u30FD' or '\u30FE': into.Add((char)(c - 0x60), CharClass.Katakana, start); break;
            case >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '々': into.Add(c, CharClass.Kanji, start); break;
            default: EmitOther(c, start, into); break;
        }
    }

    // The mark belongs to the kana before it; after anything else it is a dash.
    private static void EmitLongVowel(int start, NormalizedText into)
    {
        var before = into.Class(into.Length - 1);
        into.Add('ー', before is CharClass.Katakana or CharClass.Hiragana ? before : CharClass.Joiner, start);
    }

    private static void EmitOther(char c, int start, NormalizedText into)
    {
        if (c is 'ß' or 'ẞ')
        {
            into.Add('s', CharClass.Lower, start);
            into.Add('s', CharClass.Lower, start);
            return;
        }
        switch (CharUnicodeInfo.GetUnicodeCategory(c))
        {
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter:
                into.Add(char.ToLowerInvariant(c), CharClass.Upper, start);
                break;
            case UnicodeCategory.LowercaseLetter or UnicodeCategory.ModifierLetter: into.Add(c == 'ς' ? 'σ' : c, CharClass.Lower, start); break;
            case UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber: into.Add(c, CharClass.Kanji, start); break;
            case UnicodeCategory.DecimalDigitNumber: into.Add(c, CharClass.Digit, start); break;
            case UnicodeCategory.DashPunctuation or UnicodeCategory.SpaceSeparator: into.Add(c, CharClass.Joiner, start); break;
            case UnicodeCategory.Format: break;
            case UnicodeCategory.Surrogate: into.Add(' ', CharClass.Separator, start); break;
            default: into.Add(c, CharClass.Separator, start); break;
        }
    }

    // か + ゛ → が; は + ゜ → ぱ; う + ゛ → ゔ.
    private static void Voice(int by, int start, NormalizedText into)
    {
        var last = into.Length - 1;
        if (into.Class(last) is not (CharClass.Katakana or CharClass.Hiragana)) return;
        var c = into[last];
        var isH = c is >= 'は' and <= 'ほ' && (c - 'は') % 3 == 0;
        if (isH) into.Replace(last, (char)(c + by));
        else if (by == 1 && c == 'う') into.Replace(last, 'ゔ');
        else if (by == 1 && (c is >= 'か' and <= 'ち' && (c - 'か') % 2 == 0 || c is 'つ' or 'て' or 'と')) into.Replace(last, (char)(c + 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsKana(char c) => c is >= '\u3041' and <= '\u3096' or >= '\u30A1' and <= '\u30F6' or 'ー';

    // From signs and kana to Hangul there are nearly none: most characters need no look into the table.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsMark(char c) =>
        c >= '\u0300' && c is not (>= '\u3000' and <= '\u3029' or >= '\u302E' and <= '\u3098' or >= '\u309B' and <= '\uA66E' or >= '\uAC00' and <= '\uD7A3')
        && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
