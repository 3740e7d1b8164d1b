using System.Net;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedHost.Name)]
public sealed class AddressTests(SampleHost site)
{
    [Theory(DisplayName = "The root and short links go to the reader's language")]
    [InlineData("/", "ja,en;q=0.5", "/ja")]
    [InlineData("/", "en-GB,en;q=0.9", "/en")]
    [InlineData("/", "fr;q=0.9,ja;q=0.4", "/ja")]
    [InlineData("/", "de", "/ja")]
    [InlineData("/", "x;q=1,y;q=2,,,;;;", "/ja")]
    [InlineData("/a/hardware-change-impact", "en", "/en/articles/hardware-change-impact")]
    [InlineData("/c/c004f213", "en", "/en/codes/0xC004F213")]
    [InlineData("/c/-1073417709", "ja", "/ja/codes/0xC004F213")]
    [InlineData("/c/ 0xC004 F213 ", "ja", "/ja/codes/0xC004F213")]
    [InlineData("/c/０ｘＣ００４Ｆ２１３", "en", "/en/codes/0xC004F213")]
    [InlineData("/c/0xC004F2FE", "en", "/en/codes/0xC004F2FE")]
    [InlineData("/g/windows-activation?status=not-active", "en", "/en/guides/windows-activation?status=not-active")]
    public async Task ShortLinksFollowTheReader(string path, string wishes, string address)
    {
        using var response = await site.GetRaw(path, ("Accept-Language", wishes));
        Assert.Equal((HttpStatusCode.Found, address), (response.StatusCode, response.Headers.Location?.OriginalString));
        Assert.Contains("Accept-Language", response.Headers.Vary);
    }

    [Theory]
    [InlineData("/c/hello")]
    [InlineData("/c/")]
    [InlineData("/a/no-such-article")]
    [InlineData("/g/no-such-guide")]
    [InlineData("/ja/no-such-page")]
    [InlineData("/fr")]
    [InlineData("/ja/articles/no-such-article")]
    [InlineData("/en/codes/0xC004F2FE")]
    public async Task What_is_not_there_is_a_true_404_with_a_search_form(string path)
    {
        using var response = await site.GetRaw(path);
        var html = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("/search\"", html, StringComparison.Ordinal);
        Assert.Null(response.Headers.ETag);
    }

    [Theory]
    [InlineData("/ja/articles/none", "<html lang=\"ja\"")]
    [InlineData("/en/articles/none", "<html lang=\"en\"")]
    public async Task A_missing_page_speaks_the_language_of_its_address(string path, string start) => Assert.Contains(start, await site.Text(path), StringComparison.Ordinal);

    [Theory(DisplayName = "Feature 13: every other form of a code moves to the printed one")]
    [InlineData("/ja/codes/c004f213", "/ja/codes/0xC004F213")]
    [InlineData("/en/codes/0XC004F213", "/en/codes/0xC004F213")]
    [InlineData("/en/codes/3221549587", "/en/codes/0xC004F213")]
    [InlineData("/en/codes/０ｘＣ００４Ｆ２１３?x=1", "/en/codes/0xC004F213?x=1")]
    [InlineData("/en/articles/reactivation", "/en/articles/fix-0xc004f211#steps")]
    [InlineData("/ja/codes/hardware-changed", "/ja/codes/0xC004F211")]
    public async Task OtherSpellingsMove(string path, string address)
    {
        using var response = await site.GetRaw(path);
        Assert.Equal((HttpStatusCode.MovedPermanently, address), (response.StatusCode, response.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("/ja")]
    [InlineData("/sitemap.xml")]
    [InlineData("/api/codes/0xC004F213")]
    [InlineData("/health/ready")]
    public async Task The_head_of_an_address_is_the_head_of_its_GET(string path)
    {
        using var response = await site.Send(HttpMethod.Head, path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }
}
