using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests.Search;

public sealed class CodeSearchTests
{
    [Theory(DisplayName = "Features 1-6, 9, 10: every written form of a code finds its own page first")]
    [InlineData("0xC004F213")]
    [InlineData("C004F213")]
    [InlineData("0xC004 F213")]
    [InlineData("０ｘＣ００４Ｆ２１３")]
    [InlineData("OxCOO4F2l3")]
    [InlineData("-1073417709")]
    [InlineData("3221549587")]
    [InlineData("エラー0xC004F213が出るのですが")]
    [InlineData("Error code: 0xC004F213. The motherboard was replaced, please help")]
    [InlineData("SL_E_NO_PRODUCT_KEY_FOUND")]
    [InlineData("sl_e_no_product_key_found")]
    [InlineData("sl e no product key found")]
    [InlineData("slenoproductkeyfound")]
    public void Own_page_comes_first(string query)
    {
        foreach (var locale in Locale.All)
        {
            var hit = Sample.Find(query, locale).Hits[0];
            Assert.Equal((HitKind.Code, "0xC004F213", locale), (hit.Kind, hit.Id, hit.Locale));
        }
    }

    [Fact(DisplayName = "Feature 9: several codes in one text find all their pages first")]
    public void Several_codes_are_answered()
    {
        var results = Sample.Find("0xC004C008 のあと 0xC004F211 になった");
        Assert.Equal(["0xC004C008", "0xC004F211"], results.ReadAs.Select(r => r.Code.Hex));
        Assert.Equal(["0xC004C008", "0xC004F211"], results.Hits.Take(2).Select(h => h.Id));
    }

    [Fact(DisplayName = "Feature 7: a mistyped code offers near codes and shows nobody else's page")]
    public void Near_codes_are_offered_not_answered()
    {
        var results = Sample.Find("0xC004F21B");
        Assert.DoesNotContain(results.Hits, h => h.Kind == HitKind.Code);
        Assert.Contains(results.DidYouMean, d => d.Code == Sample.NoKey);
        Assert.Contains(results.DidYouMean, d => d.Code == Sample.OtherHardware);
        Assert.Equal(Sample.NoKey, Sample.Find("0xC004F231").DidYouMean[0].Code);
        Assert.Empty(Sample.Find("0xC004F213").DidYouMean);
    }

    [Theory(DisplayName = "Feature 7: a code with a digit too many or too few offers the code that was meant")]
    [InlineData("0xC004F2139")]
    [InlineData("0xC0044F213")]
    [InlineData("0xC04F213")]
    [InlineData("C004F2133")]
    [InlineData("エラー ０ｘＣ００４Ｆ２１１３ が出る")]
    public void Miscounted_digits_are_offered_not_answered(string typed)
    {
        var results = Sample.Find(typed);
        Assert.Empty(results.ReadAs);
        Assert.DoesNotContain(results.Hits, h => h.Kind == HitKind.Code);
        Assert.Contains(results.DidYouMean, d => d.Code == Sample.NoKey);
    }

    [Fact(DisplayName = "Feature 7: a code that stands nowhere offers a near one that a page only mentions, unless a page is about one")]
    public void Mentioned_codes_are_offered_last()
    {
        var index = SearchIndexBuilder.Build(
        [
            SearchDocument.Plain("device", "A device without a driver", "The system reports 0xC0000492 then.", Locale.En),
            SearchDocument.Plain("other", "Error 0xC0001234", "What it means.", Locale.En),
            SearchDocument.Plain("mention", "Notes", "Do not confuse it with 0xC0001243, or 0xC0001283.", Locale.En),
        ]);
        Assert.Equal([new ErrorCode(0xC0000492)], Near("0xC0004092"));
        Assert.Equal([new ErrorCode(0xC0001234)], Near("0xC0001233"));
        Assert.Empty(Near("0xC0001283"));

        IEnumerable<ErrorCode?> Near(string query) => index.Search(new(query, Locale.En)).DidYouMean.Select(d => d.Code);
    }

    [Fact(DisplayName = "Feature 7: near codes come from the registry too")]
    public void Registry_codes_are_offered() => Assert.Contains(Sample.Find("0xC004F075").DidYouMean, d => d.Code == new ErrorCode(0xC004F074));

    [Theory(DisplayName = "Feature 8: a fragment lists the codes that hold it")]
    [InlineData("F213", "0xC004F213")]
    [InlineData("f21", "0xC004F211,0xC004F213")]
    [InlineData("C004F2", "0xC004F211,0xC004F213")]
    [InlineData("0xc004f", "0xC004F211,0xC004F213")]
    [InlineData("０ｘＣ００４", "0xC004C008,0xC004F211,0xC004F213")]
    public void Fragments_list_codes(string fragment, string codes) =>
        Assert.Equal(codes, string.Join(',', Sample.Find(fragment, Locale.En).Hits.Where(h => h.Kind == HitKind.Code).Select(h => h.Id)));

    [Fact(DisplayName = "Feature 8: the beginning of a code lists pages about such codes, then pages that mention them, and nothing that merely holds its digits")]
    public void The_beginning_of_a_code_is_no_word()
    {
        var index = SearchIndexBuilder.Build(
        [
            SearchDocument.Plain("digits", "0 x c in a table", "Press 0, x or c. The letters 0x and c00004 stand for nothing.", Locale.En),
            SearchDocument.Plain("mentions", "Drivers", "0xC0000490 and 0xC0000491 come up.", Locale.En),
            SearchDocument.Plain("about", "What 0xC0000499 means", "It means nothing.", Locale.En),
        ]);
        Assert.Equal(["about", "mentions"], index.Search(new("0xC00004", Locale.En)).Hits.Select(h => h.Id));
        Assert.Empty(index.Search(new("0xD12345", Locale.En)).Hits);
    }

    [Theory(DisplayName = "Feature 11: the message without its code finds the code's page")]
    [InlineData("デバイスにプロダクト キーが見つかりませんでした")]
    [InlineData("Windows reported that no product key was found on your device")]
    public void Message_text_finds_the_page(string message)
    {
        var locale = message[0] == 'W' ? Locale.En : Locale.Ja;
        Assert.Equal("0xC004F213", Sample.Find(message, locale).Hits[0].Id);
    }

    [Fact(DisplayName = "Feature 10: a code glued to Japanese is found by the word beside it as well")]
    public void Words_beside_a_code_count()
    {
        Assert.Contains(Sample.Find("エラー コード").Hits, h => h.Id == "reactivate");
        Assert.Contains(Sample.Find("0xC004F211").Hits, h => h.Id == "reactivate");
    }

    [Fact]
    public void A_page_that_is_about_a_code_follows_the_code_page() =>
        Assert.Equal(["0xC004F211", "reactivate"], Sample.Find("0xC004F211").Hits.Take(2).Select(h => h.Id));
}
