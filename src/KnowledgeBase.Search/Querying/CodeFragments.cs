using System.Globalization;
using KnowledgeBase.Content;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Indexing;

namespace KnowledgeBase.Search.Querying;

/// <summary>A query that is a piece of a code (`F213`, `C004F2`, `0xc004f`) lists the codes that hold it (Feature 8).</summary>
internal static class CodeFragments
{
    private const int LongestQuery = 60;
    private const int Shortest = 3;
    private const int Most = 50;

    /// <summary>The query is 0x and too few digits for a code: nothing else can be meant, and its letters and digits are no words.</summary>
    /// <param name="buffer">Used and left as it comes.</param>
    public static bool IsWhole(string query, NormalizedText buffer)
    {
        if (query.Length > LongestQuery) return false;
        TextNormalizer.Normalize(query, buffer);
        var text = buffer.Chars.Trim();
        return text.Length is >= 4 and <= 9 && text.StartsWith("0x") && !text[2..].ContainsAnyExcept(s_digits);
    }

    /// <param name="buffer">Used and left as it comes.</param>
    /// <returns>Those that pages are about, and after them, where there is none or only a code can be meant, those that pages mention;
    /// those that begin so first, then ascending.</returns>
    public static IReadOnlyList<ErrorCode> Find(string query, CodeField codes, NormalizedText buffer)
    {
        if (query.Length > LongestQuery) return [];
        TextNormalizer.Normalize(query, buffer);
        var text = buffer.Chars.Trim();
        var prefixed = text.StartsWith("0x");
        if (prefixed) text = text[2..];
        if (text.Length < Shortest - (prefixed ? 1 : 0) || text.Length > 7 || text.ContainsAnyExcept(s_digits)) return [];
        if (!prefixed && (!text.ContainsAnyInRange('0', '9') || (text.Length < 4 && !text.ContainsAnyInRange('a', 'f')))) return [];
        var treated = Holding(text, prefixed, codes.Treated);
        if (treated.Count > 0 && !prefixed) return treated;
        return [.. treated.Union(Holding(text, prefixed, codes.Mentioned)).Take(Most)];
    }

    private static List<ErrorCode> Holding(ReadOnlySpan<char> text, bool atStart, IReadOnlyList<ErrorCode> codes)
    {
        var found = new List<(int At, ErrorCode Code)>();
        Span<char> hex = stackalloc char[8];
        foreach (var code in codes)
        {
            code.Value.TryFormat(hex, out _, "x8", CultureInfo.InvariantCulture);
            var at = ((ReadOnlySpan<char>)hex).IndexOf(text);
            if (at == 0 || (at > 0 && !atStart)) found.Add((at, code));
        }
        return [.. found.OrderBy(f => f.At == 0 ? 0 : 1).ThenBy(f => f.Code).Take(Most).Select(f => f.Code)];
    }

    private static readonly System.Buffers.SearchValues<char> s_digits = System.Buffers.SearchValues.Create("0123456789abcdef");
}
