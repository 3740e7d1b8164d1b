using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests.Search;

public sealed class WordSearchTests
{
    [Fact(DisplayName = "Feature 19: two kanji find every page that holds them in a sentence")]
    public void Two_kanji_are_found_mid_sentence()
    {
        var ids = Sample.Find("認証").Hits.Where(h => h.Locale == Locale.Ja).Select(h => h.Id).ToHashSet();
        Assert.Superset(new HashSet<string> { "reactivate", "kms", "activation" }, ids);
    }

    [Fact(DisplayName = "Features 20, 24: every title and every heading finds its own page first")]
    public void Titles_and_headings_find_themselves()
    {
        foreach (var article in Sample.Content.Articles)
        {
            Assert.Equal(article.Id.Value, Sample.Find(article.Title, article.Locale).Hits[0].Id);
            foreach (var section in article.Sections)
            {
                var hit = Sample.Find(section.Heading, article.Locale).Hits[0];
                Assert.Equal((article.Id.Value, section.Id), (hit.Id, hit.Anchor));
            }
        }
        foreach (var code in Sample.Content.Codes) Assert.Equal(code.Code.Hex, Sample.Find(code.Title.Ja!).Hits[0].Id);
    }

    [Theory(DisplayName = "Feature 21: long vowels, half width and synonyms find the same page")]
    [InlineData("サーバー", "サーバ", "ｻｰﾊﾞｰ")]
    [InlineData("マザーボード", "マザボ", "ﾏｻﾞｰﾎﾞｰﾄﾞ")]
    [InlineData("エラー", "ｴﾗｰ", "えらー")]
    public void Notations_are_equal(params string[] queries)
    {
        var tops = queries.Select(q => Sample.Find(q).Hits.Where(h => h.Kind == HitKind.Article && h.Locale == Locale.Ja).Select(h => h.Id).FirstOrDefault()).ToList();
        Assert.NotNull(tops[0]);
        Assert.Single(tops.Distinct());
    }

    [Fact(DisplayName = "Features 21, 123: synonyms of the glossary search in both directions and across languages")]
    public void Synonyms_work_both_ways()
    {
        Assert.Contains(Sample.Find("アクティベーション").Hits, h => h.Id == "reactivate" && h.Locale == Locale.Ja);
        Assert.Contains(Sample.Find("mainboard", Locale.En).Hits, h => h.Id == "reactivate" && h.Locale == Locale.En);
        Assert.Contains(Sample.Find("activation").Hits, h => h.Id == "kms");
        Assert.Contains(Sample.Find("ライセンス認証", Locale.En).Hits, h => h.Id == "offline-english");
    }

    [Fact(DisplayName = "Feature 22: pages of the other language come after the reader's, and only where theirs is missing")]
    public void Other_language_comes_after()
    {
        var hits = Sample.Find("KMS").Hits;
        Assert.Equal(Locale.Ja, hits[0].Locale);
        Assert.Contains(hits, h => h.Id == "offline-english" && h.Locale == Locale.En);
        Assert.Equal(hits.Select(h => h.Locale == Locale.Ja ? 0 : 1).Order(), hits.Select(h => h.Locale == Locale.Ja ? 0 : 1));
        Assert.All(Sample.Find("Reactivate after a hardware change").Hits.Where(h => h.Id == "reactivate"), h => Assert.Equal(Locale.Ja, h.Locale));
    }

    [Theory(DisplayName = "Feature 25: a mistyped word is forgiven and offered corrected")]
    [InlineData("motherbord", "motherboard", "reactivate")]
    [InlineData("tuoble troublshooter", "troubleshooter", "reactivate")]
    [InlineData("トラブルシュティング", "トラブルシューティング", "reactivate")]
    public void Typos_in_words_are_forgiven(string query, string part, string id)
    {
        var results = Sample.Find(query, query[0] < 128 ? Locale.En : Locale.Ja);
        Assert.Contains(results.Hits, h => h.Id == id);
        Assert.Contains(results.DidYouMean, d => Content(d.Text) == Content(query) || d.Text.Contains(part) || Content(d.Text).Contains(Content(part)));

        static string Content(string text) => KnowledgeBase.Search.Analysis.TextNormalizer.Key(text);
    }

    [Fact(DisplayName = "Feature 25: numbers and textual codes are never guessed")]
    public void Numbers_are_not_guessed()
    {
        Assert.DoesNotContain(Sample.Find("ERR-1043", Locale.En).Hits, h => h.Id == "textual" && h.Snippet.Marks.Count > 0);
        Assert.Contains(Sample.Find("ERR-1043", Locale.En).DidYouMean, d => d.Text == "ERR-1042");
        Assert.Empty(Sample.Find("1043", Locale.En).Hits);
    }

    [Theory(DisplayName = "Feature 121: kana and romaji find the Japanese word")]
    [InlineData("らいせんす")]
    [InlineData("raisensu")]
    [InlineData("にんしょう")]
    [InlineData("ninshou")]
    [InlineData("ninsyou")]
    [InlineData("マザボ")]
    [InlineData("まざぼ")]
    [InlineData("maza-bo-do")]
    [InlineData("Maza-bo-do koukan")]
    [InlineData("mazaaboodo")]
    [InlineData("mazaabodo")]
    public void Unconverted_typing_finds_pages(string query) => Assert.Contains(Sample.Find(query).Hits, h => h.Id == "reactivate" && h.Locale == Locale.Ja);

    [Fact(DisplayName = "Feature 26: a hit opens at the section or step that answers")]
    public void Hits_open_at_the_place()
    {
        Assert.Equal("dns", Sample.Find("SRV レコード").Hits[0].Anchor?.Split("-step")[0]);
        var hit = Sample.Find("サーバーへの接続").Hits[0];
        Assert.Equal(("reactivate", "steps-step-3"), (hit.Id, hit.Anchor));
    }

    [Fact(DisplayName = "Feature 26: a small word at the end of the step before does not move the place")]
    public void Place_is_the_step_that_answers()
    {
        var article = Sample.Article("firmware", Locale.En, "Windows finds no key", "What to try, one after the other.",
            ("order", "In order", "Open Settings.\nType the characters and see the result of it.\nLook whether the firmware of your PC holds a key."));
        var index = SearchIndexBuilder.Build(Sample.Content with { Articles = [.. Sample.Content.Articles, article] });
        var hit = index.Search(new("see whether the firmware of my PC holds a key", Locale.En)).Hits[0];
        Assert.Equal(("firmware", "order-step-3"), (hit.Id, hit.Anchor));
        Assert.StartsWith("Look whether", hit.Snippet.Text);
    }

    [Fact(DisplayName = "Feature 29: filters leave pages that apply, and facets count them")]
    public void Filters_and_facets()
    {
        var all = Sample.Find("認証");
        var filtered = Sample.Index.Search(new("認証", Locale.Ja) { Os = "windows-10", Limit = 50 });
        Assert.Contains(all.Hits, h => h.Id == "reactivate");
        Assert.DoesNotContain(filtered.Hits, h => h.Id == "reactivate");
        Assert.Equal(all.Facets["os:windows-10"], filtered.Total);
        Assert.Equal(all.Total, all.Facets.Where(f => f.Key.StartsWith("kind:")).Sum(f => f.Value));
        Assert.All(Sample.Index.Search(new("認証", Locale.Ja) { Kind = HitKind.Term }).Hits, h => Assert.Equal(HitKind.Term, h.Kind));
    }

    [Fact]
    public void Snippets_are_short_and_mark_what_was_asked()
    {
        foreach (var query in new[] { "認証", "troubleshooter settings", "0xC004F211", "サーバー 時刻", "KMS" })
            foreach (var hit in Sample.Find(query).Hits)
            {
                Assert.InRange(hit.Snippet.Text.Length, 0, 162);
                var end = 0;
                foreach (var (start, length) in hit.Snippet.Marks)
                {
                    Assert.True(start >= end && length > 0 && start + length <= hit.Snippet.Text.Length);
                    end = start + length;
                }
            }
        var snippet = Sample.Find("slmgr").Hits[0].Snippet;
        Assert.Contains("slmgr", snippet.Marks.Select(m => snippet.Text.Substring(m.Start, m.Length)));
    }

    [Fact]
    public void Words_side_by_side_are_one_mark_and_digits_of_a_code_none()
    {
        var article = Sample.Article("client", Locale.En, "Ask the office", "What to say.", ("say", "What to say", "Drive C shows 0xC004F213, so check the product key of the PC."));
        var index = SearchIndexBuilder.Build(Sample.Content with { Articles = [.. Sample.Content.Articles, article] });
        var snippet = index.Search(new("product key drive c", Locale.En) { Limit = 50 }).Hits.Single(h => h.Id == "client").Snippet;
        Assert.Equal(["Drive C", "product key"], snippet.Marks.Select(m => snippet.Text.Substring(m.Start, m.Length)));
    }

    [Fact]
    public void Of_a_synonym_only_whole_words_are_marked()
    {
        var article = Sample.Article("edition", Locale.Ja, "エディションを切り替える", "版の違いを直します。",
            ("steps", "手順", "エディションの切り替えのあとで認証とアクティベーションを確かめます。"));
        var index = SearchIndexBuilder.Build(Sample.Content with { Articles = [.. Sample.Content.Articles, article] });
        var snippet = index.Search(new("認証", Locale.Ja) { Limit = 50 }).Hits.Single(h => h.Id == "edition").Snippet;
        var marked = snippet.Marks.Select(m => snippet.Text.Substring(m.Start, m.Length)).ToList();
        Assert.Contains("認証", marked);
        Assert.Contains("アクティベーション", marked);
        Assert.Equal(2, marked.Count);
    }

    [Fact]
    public void The_explanation_adds_up_to_the_score()
    {
        foreach (var query in new[] { "認証", "KMS ホスト", "0xC004F211", "ハードウェア変更後にライセンス認証をやり直す" })
        {
            var request = new SearchRequest(query, Locale.Ja) { OwnLanguageFirst = false };
            var hit = Sample.Index.Search(request).Hits[0];
            Assert.Equal(hit.Score, Sample.Index.Explain(request, hit).Score, 2);
        }
    }

    [Fact]
    public void A_number_is_found_with_what_it_counts()
    {
        var index = SearchIndexBuilder.Build(
        [
            SearchDocument.Plain("days", "更新", "KMS の更新は 180日 ごとに行われ、25台 から数えます。", Locale.Ja),
            SearchDocument.Plain("clients", "台数", "KMS には 180台 まで登録し、25日 待ちます。", Locale.Ja),
        ]);
        Assert.Equal("days", index.Search(new("180日", Locale.Ja)).Hits[0].Id);
        Assert.Equal("clients", index.Search(new("180台", Locale.Ja)).Hits[0].Id);
    }
}
