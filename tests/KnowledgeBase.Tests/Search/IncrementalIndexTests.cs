using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests.Search;

public sealed class IncrementalIndexTests
{
    private static readonly string[] s_words = ["ライセンス認証", "プロダクト キー", "マザーボード", "サーバー", "activation", "hardware", "server", "0xC004F213", "ERR-1042", "時計", "交換", "repair"];

    [Fact]
    public void An_index_that_went_on_from_another_answers_as_one_built_anew()
    {
        var random = new Random(20261121);
        var documents = Enumerable.Range(0, 120).Select(i => Document(i, random)).ToList();
        var index = SearchIndexBuilder.Build(documents);
        for (var round = 0; round < 12; round++)
        {
            documents = Changed(documents, round, random);
            index = SearchIndexBuilder.Build(documents, before: index);
            AssertSame(SearchIndexBuilder.Build(documents), index);
        }
    }

    [Fact]
    public void A_page_that_is_gone_is_neither_found_nor_suggested()
    {
        var random = new Random(1);
        var documents = Enumerable.Range(0, 30).Select(i => Document(i, random)).ToList();
        var gone = SearchDocument.Plain("gone", "消えるページ", "二度と現れない言葉", Locale.Ja);
        var before = SearchIndexBuilder.Build([.. documents, gone]);
        var after = SearchIndexBuilder.Build(documents, before: before);
        Assert.Contains(before.Search(new("消えるページ", Locale.Ja)).Hits, h => h.Id == "gone");
        Assert.NotEmpty(before.Suggest("消える", Locale.Ja));
        Assert.DoesNotContain(after.Search(new("消えるページ", Locale.Ja)).Hits, h => h.Id == "gone");
        Assert.Empty(after.Suggest("消える", Locale.Ja));
        Assert.Equal(30, after.Pages);
    }

    private static List<SearchDocument> Changed(List<SearchDocument> documents, int round, Random random)
    {
        var changed = documents.ToList();
        for (var i = 0; i < 3; i++) changed[random.Next(changed.Count)] = Document(random.Next(1000) + 1000 * (round + 1), random);
        changed.RemoveAt(random.Next(changed.Count));
        changed.Insert(random.Next(changed.Count), Document(100_000 + round, random));
        return [.. changed.DistinctBy(d => (d.Id, d.Locale))];
    }

    private static SearchDocument Document(int number, Random random) => new()
    {
        Kind = HitKind.Article,
        Id = "page-" + number,
        Locale = number % 3 == 0 ? Locale.En : Locale.Ja,
        Title = Text(2, random) + " " + number,
        Parts = [new(null, null, Text(12, random)), new("more", Text(2, random), Text(20, random))],
    };

    private static string Text(int words, Random random) => string.Join(' ', Enumerable.Range(0, words).Select(_ => s_words[random.Next(s_words.Length)]));

    // The order among equals follows the place in the collection, which differs: compare sets of equal score.
    private static void AssertSame(SearchIndex expected, SearchIndex actual)
    {
        Assert.Equal((expected.Pages, expected.Parts), (actual.Pages, actual.Parts));
        foreach (var query in s_words.Concat(["サーバ 時計", "hardware repair", "0xC004F212", "ERR-1043", "serverr", "まざーぼーど", "page"]))
        {
            var request = new SearchRequest(query, Locale.Ja) { Limit = 100 };
            var (want, got) = (expected.Search(request), actual.Search(request));
            Assert.Equal(want.Total, got.Total);
            Assert.Equal(want.Facets.OrderBy(f => f.Key), got.Facets.OrderBy(f => f.Key));
            Assert.Equal(want.DidYouMean, got.DidYouMean);
            Assert.Equal(want.Hits.Select(h => h.Score), got.Hits.Select(h => h.Score));
            Assert.Equal(Ranked(want), Ranked(got));
            Assert.Equal(expected.Suggest(query[..2], Locale.Ja), actual.Suggest(query[..2], Locale.Ja));
        }
    }

    private static List<(double, string, string?)> Ranked(SearchResults results)
    {
        var last = results.Hits.Count == 100 ? results.Hits[^1].Score : double.NegativeInfinity;
        return [.. results.Hits.Where(h => h.Score > last).Select(h => (h.Score, h.Id, h.Anchor)).OrderByDescending(h => h.Score).ThenBy(h => h.Id, StringComparer.Ordinal)];
    }
}
