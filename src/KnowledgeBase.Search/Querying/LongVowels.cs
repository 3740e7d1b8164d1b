using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Indexing;

namespace KnowledgeBase.Search.Querying;

/// <summary>Words typed with the input method off, where the hyphen is the long-vowel mark: `sa-ba-` is さーばー. Elsewhere hyphens part
/// words, so only those that some page has in kana are read so.</summary>
internal static class LongVowels
{
    /// <returns>The query with these words in kana.</returns>
    public static string Read(string query, Vocabulary vocabulary)
    {
        if (!query.Contains('-', StringComparison.Ordinal)) return query;
        var words = query.Split(' ');
        for (var i = 0; i < words.Length; i++)
            if (IsTyped(words[i]) && Romaji.ToHiragana(words[i].ToLowerInvariant()) is { } kana && IsKnown(kana, vocabulary)) words[i] = kana;
        return string.Join(' ', words);
    }

    private static bool IsTyped(string word)
    {
        for (var i = 0; i < word.Length; i++)
            if (word[i] == '-' ? i == 0 || !"aiueoAIUEO".Contains(word[i - 1], StringComparison.Ordinal) : !char.IsAsciiLetter(word[i])) return false;
        return word.Contains('-', StringComparison.Ordinal);
    }

    // Pages may leave out the mark at the end.
    private static bool IsKnown(string kana, Vocabulary vocabulary) => vocabulary.Find(kana) >= 0 || (kana[^1] == 'ー' && vocabulary.Find(kana.AsSpan(0, kana.Length - 1)) >= 0);
}
