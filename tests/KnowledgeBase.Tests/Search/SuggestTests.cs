using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests.Search;

public sealed class SuggestTests
{
    [Theory(DisplayName = "Features 121, 122: what is typed so far is completed: kana, romaji, half converted, half width")]
    [InlineData("らいせ", "ライセンス")]
    [InlineData("raisen", "ライセンス")]
    [InlineData("raisens", "ライセンス")]
    [InlineData("ﾗｲｾﾝ", "ライセンス")]
    [InlineData("にんし", "認証")]
    [InlineData("ninsh", "認証")]
    [InlineData("ライセンスにん", "ライセンス認証")]
    [InlineData("まざb", "マザーボード")]
    [InlineData("KMS ク", "KMS クライアント")]
    public void Words_are_completed(string typed, string expected) =>
        Assert.Contains(Sample.Index.Suggest(typed, Locale.Ja), s => s.Text.Contains(expected));

    [Theory(DisplayName = "Feature 122: codes are completed from any beginning of theirs")]
    [InlineData("0xc004f")]
    [InlineData("C004F21")]
    [InlineData("f213")]
    [InlineData("0xC004F213")]
    [InlineData("OxCOO4F213")]
    public void Codes_are_completed(string typed) =>
        Assert.Contains(Sample.Index.Suggest(typed, Locale.Ja), s => s is { Kind: HitKind.Code, Id: "0xC004F213" });

    [Fact]
    public void Headings_lead_to_their_section() =>
        Assert.Contains(Sample.Index.Suggest("check the act", Locale.En), s => s is { Kind: HitKind.Article, Id: "reactivate", Anchor: "closing-check" });

    [Fact]
    public void The_limit_holds() => Assert.Equal(2, Sample.Index.Suggest("0x", Locale.En, 2).Count);

    [Theory(DisplayName = "Feature 122: one slip in a word is forgiven while typing")]
    [InlineData("reavtivate")]
    [InlineData("raectivate")]
    [InlineData("reactivvate")]
    [InlineData("reativate")]
    public void A_slip_is_forgiven(string typed) =>
        Assert.Contains(Sample.Index.Suggest(typed, Locale.En), s => s is { Kind: HitKind.Article, Id: "reactivate" });

    [Fact(DisplayName = "Feature 7: a slip in a code suggests no other code")]
    public void No_slip_is_forgiven_in_codes() => Assert.DoesNotContain(Sample.Index.Suggest("0xC004F219", Locale.En), s => s.Kind == HitKind.Code);

    [Fact]
    public void A_suggestion_says_in_which_language_it_is() =>
        Assert.All(Sample.Index.Suggest("reactivate", Locale.Ja), s => Assert.Equal(Locale.En, s.Locale));
}
