using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Tests.Content;

namespace KnowledgeBase.Tests.Site;

public sealed class NearestCodesTests
{
    private static readonly SiteSnapshot s_site = SiteBuilder.Build(TestContent.Files("site"), null, TimeProvider.System);

    [Fact(DisplayName = "Feature 12: the nearest code differs by one digit and has a page")]
    public void OneDigitIsNearest() => Assert.Contains(NearestCodes.Of(s_site, Code("0xC004F21B"), 2), c => c == Code("0xC004F213"));

    [Fact]
    public void A_code_is_not_its_own_neighbour() => Assert.DoesNotContain(Code("0xC004F213"), NearestCodes.Of(s_site, Code("0xC004F213"), 100));

    [Fact]
    public void No_more_are_given_than_asked_for() => Assert.Equal(3, NearestCodes.Of(s_site, Code("0x80070005"), 3).Count);

    private static ErrorCode Code(string text) => ErrorCode.TryParse(text, out var code) ? code : throw new ArgumentException(text);
}
