using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Suggesting;

/// <summary>The folded forms under which a name is looked up: whole, from each word on, and the same with kanji read as kana.</summary>
internal static class SuggestionKeys
{
    private const int MostStarts = 12;
    private const int LongestKey = 60;

    /// <returns>Keys with the number of the word they begin at.</returns>
    public static IEnumerable<(string Key, int Word)> Of(string name, IReadOnlyList<(string Written, string Reading)> readings)
    {
        foreach (var key in Starts(name)) yield return key;
        var read = Read(TextNormalizer.Fold(name), readings);
        if (read is null) yield break;
        foreach (var key in Starts(read)) yield return key;
    }

    private static List<(string, int)> Starts(string name)
    {
        var folded = new NormalizedText();
        TextNormalizer.Normalize(name, folded);
        var keys = new List<(string, int)>();
        for (var i = 0; i < folded.Length && keys.Count < MostStarts; i++)
        {
            if (folded.Class(i) <= CharClass.Joiner || !Begins(folded, i)) continue;
            var key = TextNormalizer.Key(name.AsSpan(folded.Start(i)));
            if (key.Length > 0) keys.Add((key.Length > LongestKey ? key[..LongestKey] : key, keys.Count));
        }
        return keys;
    }

    // A reading is set between spaces so that it begins a word of its own.
    private static string? Read(string folded, IReadOnlyList<(string Written, string Reading)> readings)
    {
        var read = folded;
        foreach (var (written, reading) in readings) read = read.Replace(written, " " + reading + " ", StringComparison.Ordinal);
        return read == folded ? null : read;
    }

    private static bool Begins(NormalizedText text, int i)
    {
        if (i == 0) return true;
        var (before, now) = (text.Class(i - 1), text.Class(i));
        if (before <= CharClass.Joiner) return true;
        if (now == CharClass.Hiragana) return false;
        return before != now && !(before is CharClass.Lower or CharClass.Upper or CharClass.Digit && now is CharClass.Lower or CharClass.Upper or CharClass.Digit);
    }
}
