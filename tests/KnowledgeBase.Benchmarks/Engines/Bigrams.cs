using System.Text;

namespace KnowledgeBase.Benchmarks.Engines;

/// <summary>Text for an engine that splits at spaces: East Asian runs as pairs of characters, other words whole.</summary>
internal static class Bigrams
{
    public static string Join(string text) => string.Join(' ', Of(text));

    public static IEnumerable<string> Of(string text)
    {
        var plain = WellFormed(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        for (var i = 0; i < plain.Length;)
        {
            var end = i;
            if (IsEastAsian(plain[i]))
            {
                while (end < plain.Length && IsEastAsian(plain[end])) end++;
                if (end - i == 1) yield return plain[i..end];
                for (var at = i; at + 1 < end; at++) yield return plain.Substring(at, 2);
            }
            else
            {
                while (end < plain.Length && char.IsLetterOrDigit(plain[end]) && !IsEastAsian(plain[end])) end++;
                if (end > i) yield return plain[i..end];
            }
            i = Math.Max(end, i + 1);
        }
    }

    private static bool IsEastAsian(char c) => c is (>= '\u3041' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or '々';

    // Normalization throws on halves of surrogate pairs.
    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString()));
}
