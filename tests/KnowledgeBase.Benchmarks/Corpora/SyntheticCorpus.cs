using System.Globalization;
using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Benchmarks.Corpora;

/// <summary>As many sections as asked for, of recombined sentences; the same seed gives the same text. Now and then a word is
/// made of the halves of two others, so that new words keep coming as they do in a growing collection.</summary>
internal sealed class SyntheticCorpus(SentencePool pool, Locale locale, int seed)
{
    private const int PartsOfPage = 4;
    private const int SentencesOfPart = 3;
    private const int NewWordEvery = 20;
    private const int CodeEvery = 10;
    private const int Codes = 5000;

#pragma warning disable CA5394 // Repeatable, not secret.
    private readonly Random _random = new(seed);

    /// <summary>Pages of a beginning and three headed sections each; every tenth page is about an error code.</summary>
    public IReadOnlyList<SearchDocument> Pages(int sections)
    {
        var pages = new List<SearchDocument>(sections / PartsOfPage + 1);
        for (var left = sections; left > 0; left -= PartsOfPage) pages.Add(Page(pages.Count, Math.Min(PartsOfPage, left)));
        return pages;
    }

    private SearchDocument Page(int number, int parts)
    {
        var name = Coin(Any(pool.Titles));
        var title = number % CodeEvery == 0 ? $"{name} ({Code(number / CodeEvery)})" : name;
        return new()
        {
            Kind = HitKind.Article,
            Id = "page-" + number.ToString(CultureInfo.InvariantCulture),
            Locale = locale,
            Title = title,
            Parts = [.. Enumerable.Range(0, parts).Select(Part)],
        };
    }

    public static string Code(int number) => string.Create(CultureInfo.InvariantCulture, $"0xC004{0xA000 + number % Codes:X4}");

    private SearchPart Part(int number) => new(number == 0 ? null : $"s{number}", number == 0 ? null : Coin(Any(pool.Titles)), string.Join('\n', Enumerable.Range(0, SentencesOfPart).Select(_ => Coin(Any(pool.Sentences)))));

    private string Coin(string text) => SentencePool.Word.Replace(text, m => _random.Next(NewWordEvery) > 0 ? m.Value : Half(m.Value, first: true) + Half(Like(m.Value), first: false));

    // Kanji are joined to kanji and letters to letters, as words are.
    private string Like(string word)
    {
        for (var i = 0; i < 20; i++)
            if (Any(pool.Words) is var other && Script(other) == Script(word)) return other;
        return word;
    }

    private static int Script(string word) => word[0] switch { < '\u3000' => 0, < '\u3100' => 1, _ => 2 };

    private static string Half(string word, bool first) => first ? word[..((word.Length + 1) / 2)] : word[(word.Length / 2)..];

    private string Any(IReadOnlyList<string> of) => of[_random.Next(of.Count)];
}
