using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests.Search;

public sealed class IndexFileTests : IDisposable
{
    private static readonly IReadOnlyList<SearchDocument> s_documents = SearchDocument.From(Sample.Content);

    private readonly string _path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".index");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_saved_index_answers_as_the_one_that_was_saved()
    {
        Assert.True(IndexFile.Save(Sample.Index, _path, "content 1"));
        var loaded = Load("content 1");
        Assert.NotNull(loaded);
        foreach (var query in new[] { "0xC004F213", "0xC004F214", "認証", "らいせんす", "motherboard", "motherbord", "f21", "check the activation state", "マザーボードを交換" })
        {
            var (want, got) = (Sample.Index.Search(new(query, Locale.Ja)), loaded.Search(new(query, Locale.Ja)));
            Assert.Equal(want.Hits.Select(h => (h.Id, h.Locale, h.Anchor, h.Score, h.Snippet.Text)), got.Hits.Select(h => (h.Id, h.Locale, h.Anchor, h.Score, h.Snippet.Text)));
            Assert.Equal(want.DidYouMean, got.DidYouMean);
            Assert.Equal(want.Facets, got.Facets);
            Assert.Equal(Sample.Index.Suggest(query[..2], Locale.Ja), loaded.Suggest(query[..2], Locale.Ja));
        }
    }

    [Fact]
    public void Content_can_go_on_changing_after_an_index_was_loaded()
    {
        IndexFile.Save(Sample.Index, _path, "content 1");
        var more = SearchDocument.Plain("new", "ドングルの交換", "ドングルを挿し直します。", Locale.Ja);
        var updated = SearchIndexBuilder.Build([.. s_documents, more], Sample.Content.Glossary, Sample.Content.Registry, Load("content 1"));
        Assert.Equal("new", updated.Search(new("ドングル", Locale.Ja)).Hits[0].Id);
        Assert.False(IndexFile.Save(updated, _path, "content 2"));
    }

    [Fact]
    public void A_file_of_other_content_is_not_used()
    {
        IndexFile.Save(Sample.Index, _path, "content 1");
        Assert.Null(Load("content 2"));
        Assert.Null(IndexFile.Open(_path)!.With([.. s_documents, SearchDocument.Plain("new", "new", "new", Locale.En)]));
    }

    [Fact]
    public void A_missing_file_is_not_used() => Assert.Null(Load("content 1"));

    [Fact]
    public void Wherever_one_byte_is_wrong_or_the_file_is_cut_it_is_noticed()
    {
        IndexFile.Save(Sample.Index, _path, "content 1");
        var whole = File.ReadAllBytes(_path);
        for (var at = 0; at < whole.Length; at += Math.Max(1, whole.Length / 200))
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x20;
            File.WriteAllBytes(_path, damaged);
            Assert.Null(Load("content 1"));
            File.WriteAllBytes(_path, whole[..at]);
            Assert.Null(Load("content 1"));
        }
    }

    private SearchIndex? Load(string key) => IndexFile.Open(_path) is { } opened && opened.Key == key ? opened.With(s_documents, Sample.Content.Glossary, Sample.Content.Registry) : null;
}
