using System.Net;
using System.Xml.Linq;
using KnowledgeBase.Web.Security;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedHost.Name)]
public sealed class MachineSurfaceTests(SampleHost site)
{
    private static readonly XNamespace s_map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace s_xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Every_address_of_the_sitemap_answers_200_in_its_language()
    {
        var urls = XDocument.Parse(await site.Text("/sitemap.xml")).Descendants(s_map + "loc").Select(l => new Uri(l.Value).PathAndQuery).ToList();
        Assert.Contains("/ja/articles/check-activation-state", urls);
        Assert.DoesNotContain("/en/articles/check-activation-state", urls);
        Assert.Equal(urls.Count, urls.Distinct().Count());
        foreach (var url in urls)
        {
            using var page = await site.GetRaw(url);
            if (SampleHost.IsRedirect(page.StatusCode)) Assert.StartsWith(url + "/", page.Headers.Location!.OriginalString, StringComparison.Ordinal);
            else Assert.Equal((url, HttpStatusCode.OK), (url, page.StatusCode));
        }
    }

    [Fact(DisplayName = "Feature 108: pages in two languages name each other and the default")]
    public async Task Pages_in_two_languages_name_each_other_and_the_default()
    {
        var entry = XDocument.Parse(await site.Text("/sitemap.xml")).Descendants(s_map + "url").Single(u => u.Element(s_map + "loc")!.Value.EndsWith("/en/codes/0xC004F213", StringComparison.Ordinal));
        Assert.Equal(
            [("ja", "/ja/codes/0xC004F213"), ("en", "/en/codes/0xC004F213"), ("x-default", "/ja/codes/0xC004F213")],
            entry.Elements(s_xhtml + "link").Select(l => (l.Attribute("hreflang")!.Value, new Uri(l.Attribute("href")!.Value).AbsolutePath)));
    }

    [Theory]
    [InlineData("ja", "見本のナレッジベース")]
    [InlineData("en", "Sample knowledge base")]
    public async Task The_feed_lists_what_changed_last(string lang, string title)
    {
        var feed = XDocument.Parse(await site.Text($"/{lang}/feed.xml")).Root!;
        Assert.Equal(title, feed.Element(s_atom + "title")!.Value);
        var days = feed.Elements(s_atom + "entry").Select(e => e.Element(s_atom + "updated")!.Value).ToList();
        Assert.NotEmpty(days);
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
        Assert.Equal(days[0], feed.Element(s_atom + "updated")!.Value);
    }

    [Fact]
    public async Task Robots_and_OpenSearch_point_at_the_site()
    {
        Assert.Contains($"Sitemap: {site.Client.BaseAddress}sitemap.xml", await site.Text("/robots.txt"), StringComparison.Ordinal);
        var template = XDocument.Parse(await site.Text("/opensearch.xml")).Descendants().Single(e => e.Name.LocalName == "Url").Attribute("template")!.Value;
        Assert.EndsWith("/search?q={searchTerms}&go=1", template, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_of_an_author_comes_with_its_kind_in_a_sandbox()
    {
        using var picture = await site.GetRaw("/media/activation-page.svg");
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal(SecurityHeaders.MediaPolicy, picture.Headers.GetValues("Content-Security-Policy").Single());
        Assert.StartsWith("sandbox", SecurityHeaders.MediaPolicy, StringComparison.Ordinal);
        Assert.Equal("nosniff", picture.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.NotEmpty(await picture.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/ja")]
    [InlineData("/en/articles/fix-0xc004f211")]
    [InlineData("/en/guides/windows-activation/status")]
    public async Task Every_asset_of_a_page_is_there_and_not_empty(string path)
    {
        var html = await site.Text(path);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        var assets = page.QuerySelectorAll("script[src]").Select(e => e.GetAttribute("src")!)
            .Concat(page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=search], link[type='application/atom+xml']").Select(e => e.GetAttribute("href")!))
            .Concat(page.QuerySelectorAll("img[src]").Select(e => e.GetAttribute("src")!)).Where(a => !a.StartsWith("data:", StringComparison.Ordinal)).ToList();
        Assert.True(assets.Count >= 3, html);
        foreach (var asset in assets)
        {
            var address = new Uri(new Uri(site.Client.BaseAddress!, path), asset);
            Assert.Equal(site.Client.BaseAddress!.Authority, address.Authority);
            using var response = await site.GetRaw(address.PathAndQuery);
            Assert.Equal((asset, HttpStatusCode.OK), (asset, response.StatusCode));
            Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
        }
    }
}
