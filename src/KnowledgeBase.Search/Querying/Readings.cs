using KnowledgeBase.Content;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Querying;

/// <summary>Which kana a run of kanji is read as, learnt from the glossary: ライセンス認証 read らいせんすにんしょう gives 認証 =
/// にんしょう.</summary>
internal static class Readings
{
    /// <returns>Pairs of folded kanji run and folded reading; whole names too.</returns>
    public static IEnumerable<(string Written, string Reading)> Of(IEnumerable<Term> terms)
    {
        foreach (var term in terms)
        {
            if (term.Name.Ja is not { } name || term.Reading is not { } reading) continue;
            var (written, read) = (TextNormalizer.Key(name), TextNormalizer.Key(reading));
            if (written.Length == 0 || read.Length == 0) continue;
            yield return (written, read);
            foreach (var pair in Align(written, read)) yield return pair;
        }
    }

    // The kana of the name are found one after the other in the reading; what lies between belongs to the kanji.
    private static List<(string, string)> Align(string written, string reading)
    {
        var pairs = new List<(string, string)>();
        var (i, at) = (0, 0);
        while (i < written.Length)
        {
            var start = i;
            while (i < written.Length && !IsKana(written[i])) i++;
            var kanji = written[start..i];
            start = i;
            while (i < written.Length && IsKana(written[i])) i++;
            var kana = written[start..i];
            var next = kana.Length == 0 ? reading.Length : reading.IndexOf(kana, Math.Min(at + kanji.Length, reading.Length), StringComparison.Ordinal);
            if (next < 0) return pairs;
            if (kanji.Length > 1 && next - at >= kanji.Length) pairs.Add((kanji, reading[at..next]));
            at = next + kana.Length;
        }
        return pairs;
    }

    private static bool IsKana(char c) => c is >= '\u3041' and <= '\u3096' or 'ー';
}
