using System.Net;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedHost.Name)]
public sealed class StyleguideTests(SampleHost site)
{
    [Theory(DisplayName = "The styleguide shows the parts while the site is developed, and is in no list of pages")]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task PartsAreShown(string lang)
    {
        var page = await site.Text($"/{lang}/styleguide");
        foreach (var part in new[] { "class=\"answers\"", "class=\"step\"", "class=\"cases\"", "class=\"hits\"", "callout-", "map-scroll", "class=\"error\"", "components-reconnect-rejected" })
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Contains("noindex", page, StringComparison.Ordinal);
        Assert.DoesNotContain("styleguide", await site.Text("/sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "A site that is open to the public has no styleguide")]
    public async Task PublicSitesHaveNone()
    {
        await using var open = new SampleHost();
        open.Settings["environment"] = "Production";
        await open.InitializeAsync();
        using var response = await open.GetRaw("/en/styleguide");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("specimen", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
