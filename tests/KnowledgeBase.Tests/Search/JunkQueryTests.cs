using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KnowledgeBase.Content;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Tests.Search;

public sealed class JunkQueryTests
{
    private static IEnumerable<(string Input, string Expect, string Kind)> Rows() =>
        File.ReadLines(Repository.Hostile("code-normalisation.jsonl"))
            .Select(l => JsonDocument.Parse(l).RootElement)
            .Select(r => (r.GetProperty("input").GetString()!, r.GetProperty("expect").GetString()!, r.GetProperty("kind").GetString()!));

    [Fact]
    public void Any_text_is_answered()
    {
        string[] junk =
        [
            "", " ", "\0", "\uD800", "\uDC00\uD800", new('a', 5000), new('"', 10_000), string.Concat(Enumerable.Repeat("あ", 5000)), "((((", "-", "*", "~", "0x", "0X0X0X",
            string.Concat(Enumerable.Repeat("0x7B ", 1000)), string.Concat(Enumerable.Repeat("\u0301", 3000)), "ー", "ﾞﾞﾞ", "𠮷野家", "🙂", "' OR 1=1 --", "<script>",
            string.Concat(Enumerable.Repeat("ー-", 2500)), string.Concat(Enumerable.Repeat("A_", 2500)), "\u202Eabc", "ﷺﷺﷺ",
        ];
        foreach (var query in junk) Ask(query);
    }

    [Fact]
    public void Random_text_is_answered() => Check.QuickThrowOnFailure(Prop.ForAll<string>(s => Ask(s ?? "")));

    [Fact]
    public void Random_japanese_is_answered()
    {
        var characters = Gen.Elements("ーアいヴゔﾞﾟｶﾊ認証0xC4F-_ 　.:\u3099\u200B〇Ｏ①㌔".ToCharArray());
        Check.QuickThrowOnFailure(Prop.ForAll(Arb.From(Gen.ArrayOf(characters).Select(c => new string(c))), Ask));
    }

    [Fact]
    public void Every_hostile_row_is_answered()
    {
        foreach (var (input, _, _) in Rows()) Ask(input);
    }

    [Fact(DisplayName = "Features 3-5: a page titled ERR-1042 is found by every form that the hostile set names")]
    public void Textual_codes_are_found_in_every_form()
    {
        var used = 0;
        foreach (var (input, _, kind) in Rows().Where(r => r.Expect == "ERR-1042"))
        {
            var hits = Sample.Find(input, Locale.En).Hits;
            Assert.True(hits.Count > 0 && hits[0].Id == "textual", $"{kind}: {input}");
            used++;
        }
        Assert.True(used >= 60, $"only {used} rows were tried");
    }

    [Fact(DisplayName = "Feature 5: look-alikes of another alphabet are offered, not taken")]
    public void Lookalikes_are_offered()
    {
        Assert.Contains(Sample.Find("\u0415RR-1042").DidYouMean, d => d.Text == "ERR-1042");
        foreach (var (input, _, kind) in Rows().Where(r => r.Expect == "suggest ERR-1042" && r.Kind == "ocr-lookalike"))
        {
            var results = Sample.Find(input, Locale.En);
            Assert.True(results.DidYouMean.Any(d => d.Text == "ERR-1042") || results.Hits is [{ Id: "textual" }, ..], $"{kind}: {input}");
        }
    }

    [Fact]
    public void Compatibility_letters_digits_and_kana_are_folded()
    {
        foreach (var (input, expect, kind) in Rows().Where(r => r.Kind is "kana-nfkc" or "nfkc-expanding" || r.Kind.StartsWith("nfkc-")))
            Assert.True(TextNormalizer.Fold(input).Trim() == TextNormalizer.Fold(expect).Trim(), $"{kind}: {input} → {TextNormalizer.Fold(input)}, not {TextNormalizer.Fold(expect)}");
    }

    [Fact]
    public void Folding_is_stable_and_knows_no_culture()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        foreach (var (input, _, kind) in Rows())
        {
            var folded = TextNormalizer.Fold(input);
            Assert.True(TextNormalizer.Fold(folded) == folded, $"{kind}: {input} → {folded} → {TextNormalizer.Fold(folded)}");
            Thread.CurrentThread.CurrentCulture = new("tr-TR");
            Assert.Equal(folded, TextNormalizer.Fold(input));
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    private static void Ask(string query)
    {
        foreach (var locale in Locale.All)
        {
            var results = Sample.Index.Search(new(query, locale));
            Assert.True(results.Total >= results.Hits.Count);
            foreach (var hit in results.Hits)
                Assert.All(hit.Snippet.Marks, m => Assert.True(m.Start >= 0 && m.Length > 0 && m.Start + m.Length <= hit.Snippet.Text.Length));
            Sample.Index.Suggest(query, locale);
        }
    }
}
