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
}
