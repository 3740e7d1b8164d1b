using System.Globalization;
using KnowledgeBase.Content;

namespace KnowledgeBase.Search.Querying;

/// <summary>Known codes one slip away from a code: two digits swapped, one digit wrong, missing or too many (Feature 7). Offered, never
/// answered.</summary>
internal static class NearCodes
{
    // Digits that are mistaken for each other when read off a screen.
    private static readonly string[] s_alike = ["0D", "0O", "17", "38", "3B", "56", "5F", "68", "8B", "B6", "CE", "EF", "C6", "D8"];

    /// <param name="known">Every known code.</param>
    /// <param name="treated">Whether a page is about the code.</param>
    /// <returns>Swapped digits first, then codes with a page, then as many digits after the leading zeros, then look-alike digits, then
    /// the nearest value.</returns>
    public static IReadOnlyList<ErrorCode> Find(ErrorCode code, IReadOnlyList<ErrorCode> known, Func<ErrorCode, bool> treated, int most) =>
    [
        .. known.Select(k => (Code: k, Slip: Slip(code.Value, k.Value))).Where(k => k.Slip > 0)
            .OrderByDescending(k => k.Slip == 3).ThenByDescending(k => treated(k.Code)).ThenByDescending(k => Length(k.Code.Value) == Length(code.Value))
                .ThenByDescending(k => k.Slip).ThenBy(k => Math.Abs((long)k.Code.Value - code.Value)).ThenBy(k => k.Code)
            .Take(most).Select(k => k.Code),
    ];

    /// <param name="key">The query's letters and digits, folded. A code in it that has seven or nine digits is no code.</param>
    /// <returns>Codes with a page first, then those that agree longest.</returns>
    public static IReadOnlyList<ErrorCode> Miscounted(string key, IReadOnlyList<ErrorCode> known, Func<ErrorCode, bool> treated, int most)
    {
        var digits = MiscountedDigits(key);
        return digits.Length == 0
            ? []
            :
            [
                .. known.Select(k => (Code: k, Hex: k.Value.ToString("x8", CultureInfo.InvariantCulture))).Where(k => NearWords.IsOneEdit(k.Hex, digits))
                    .OrderByDescending(k => treated(k.Code)).ThenByDescending(k => k.Hex.AsSpan().CommonPrefixLength(digits)).ThenBy(k => k.Code)
                    .Take(most).Select(k => k.Code),
            ];
    }

    private static string MiscountedDigits(string key)
    {
        var start = key.IndexOf("0x", StringComparison.Ordinal) + 2;
        if (start < 2) start = 0;
        var end = start;
        while (end < key.Length && char.IsAsciiHexDigitLower(key[end])) end++;
        // Without 0x only the whole query can be meant as a code.
        return end - start is 7 or 9 && (start > 0 || (end == key.Length && key[0] is '8' or 'c')) ? key[start..end] : "";
    }

    /// <summary>3 two neighbours swapped, 2 a look-alike digit, 1 another digit, 0 farther apart or equal.</summary>
    private static int Slip(uint a, uint b)
    {
        var (differing, first) = (0, -1);
        for (var i = 0; i < 8; i++)
        {
            if (Digit(a, i) == Digit(b, i)) continue;
            if (first < 0) first = i;
            if (++differing > 2) return 0;
        }
        if (differing == 2)
            return first < 7 && Digit(a, first) == Digit(b, first + 1) && Digit(a, first + 1) == Digit(b, first) ? 3 : 0;
        if (differing == 0) return 0;
        var pair = $"{Digit(a, first):X}{Digit(b, first):X}";
        return Array.Exists(s_alike, s => s == pair || (s[0] == pair[1] && s[1] == pair[0])) ? 2 : 1;
    }

    private static int Length(uint value) => 35 - System.Numerics.BitOperations.LeadingZeroCount(value) >> 2;

    private static uint Digit(uint value, int i) => (value >> (4 * i)) & 0xF;
}
