using System.Text;

namespace KnowledgeBase.Search.Analysis;

/// <summary>Latin letters typed with the input method off → hiragana, Hepburn and Kunrei mixed (`ninshou`, `raisensu`, `sya`, `shi`).</summary>
internal static class Romaji
{
    private const string Vowels = "aiueo";

    private static readonly Dictionary<string, string> s_rows = new()
    {
        [""] = "あいうえお", ["k"] = "かきくけこ", ["s"] = "さしすせそ", ["t"] = "たちつてと", ["n"] = "なにぬねの", ["h"] = "はひふへほ",
        ["m"] = "まみむめも", ["r"] = "らりるれろ", ["g"] = "がぎぐげご", ["z"] = "ざじずぜぞ", ["d"] = "だぢづでど", ["b"] = "ばびぶべぼ",
        ["p"] = "ぱぴぷぺぽ", ["y"] = "や?ゆ?よ", ["w"] = "わ???を", ["j"] = "?じ???", ["f"] = "??ふ??", ["sh"] = "?し???", ["ch"] = "?ち???",
        ["ts"] = "??つ??", ["v"] = "??ゔ??",
    };

    // Consonant + y: the i-row's kana and a small one. Hepburn's sha, cha, ja stand for sya, tya, zya.
    private static readonly Dictionary<string, char> s_glides = new()
    {
        ["ky"] = 'き', ["sy"] = 'し', ["sh"] = 'し', ["ty"] = 'ち', ["ch"] = 'ち', ["cy"] = 'ち', ["ny"] = 'に', ["hy"] = 'ひ', ["my"] = 'み',
        ["ry"] = 'り', ["gy"] = 'ぎ', ["zy"] = 'じ', ["j"] = 'じ', ["jy"] = 'じ', ["by"] = 'び', ["py"] = 'ぴ', ["f"] = 'ふ', ["v"] = 'ゔ',
        ["th"] = 'て', ["dh"] = 'で', ["w"] = 'う',
    };

    /// <summary>The kana, or null where the letters do not read as Japanese. A consonant that is still waiting for its vowel at
    /// the end is left out when <paramref name="partial"/>.</summary>
    public static string? ToHiragana(ReadOnlySpan<char> latin, bool partial = false)
    {
        if (latin.Length < 2 || latin.Length > 60) return null;
        var kana = new StringBuilder();
        for (var i = 0; i < latin.Length;)
        {
            if (latin[i] == '-')
            {
                if (kana.Length == 0) return null;
                kana.Append('ー');
                i++;
                continue;
            }
            var start = i;
            while (i < latin.Length && char.IsAsciiLetterLower(latin[i]) && !Vowels.Contains(latin[i])) i++;
            var consonants = latin[start..i];
            // n before another consonant, nn, n': ん. A doubled consonant: っ.
            while (consonants.Length > 1 && consonants is not ("sh" or "ch" or "ts" or "th" or "dh") && !(consonants.Length == 2 && consonants[1] == 'y'))
            {
                if (consonants[0] == 'n') kana.Append('ん');
                else if (consonants[0] == consonants[1] || consonants.StartsWith("tch")) kana.Append('っ');
                else return null;
                consonants = consonants[1..];
                if (kana[^1] == 'ん' && consonants is "n") break;
            }
            if (i == latin.Length || latin[i] == '\'' || latin[i] == '-')
            {
                if (consonants is "n") kana.Append(kana.Length > 0 && kana[^1] == 'ん' && i - start > 1 ? "" : "ん");
                else if (consonants.Length > 0 && !(partial && i == latin.Length)) return null;
                if (i < latin.Length && latin[i] == '\'') i++;
                continue;
            }
            var vowel = Vowels.IndexOf(latin[i++]);
            if (vowel < 0 || !Syllable(consonants.ToString(), vowel, kana)) return null;
        }
        return kana.Length == 0 ? null : kana.ToString();
    }

    /// <summary>The same letters with doubled vowels as long ones: `mazaaboodo` → `maza-bo-do`, `ou` too.</summary>
    public static string Lengthened(ReadOnlySpan<char> latin)
    {
        var letters = latin.ToArray();
        for (var i = 1; i < letters.Length; i++)
            if (Vowels.Contains(letters[i - 1]) && (letters[i] == letters[i - 1] || (letters[i - 1] == 'o' && letters[i] == 'u'))) letters[i] = '-';
        return new(letters);
    }

    private static bool Syllable(string consonants, int vowel, StringBuilder kana)
    {
        if (s_rows.TryGetValue(consonants, out var row) && row[vowel] != '?')
        {
            kana.Append(row[vowel]);
            return true;
        }
        if (!s_glides.TryGetValue(consonants, out var first)) return false;
        kana.Append(first).Append((consonants is "f" or "v" or "w" or "th" or "dh" ? "ぁぃぅぇぉ" : "ゃぃゅぇょ")[vowel]);
        return true;
    }
}
