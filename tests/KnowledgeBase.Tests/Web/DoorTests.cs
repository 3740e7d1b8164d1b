using System.Net;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace KnowledgeBase.Tests.Web;

/// <summary>What other programs and support staff link to: doors, comparisons, feeds of changes.</summary>
[Collection(SharedHost.Name)]
public sealed class DoorTests(SampleHost site)
{
    private static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";

    [Theory(DisplayName = "Feature 13: the door of a code opens for every form, in the language that is named or the reader's")]
    [InlineData("/go/0xC004F213", "/ja/codes/0xC004F213")]
    [InlineData("/go/c004f213?lang=en", "/en/codes/0xC004F213")]
    [InlineData("/go/-1073417709?lang=en-US", "/en/codes/0xC004F213")]
    [InlineData("/go/3221549587?lang=ja_JP", "/ja/codes/0xC004F213")]
    [InlineData("/go/0xC004F213?lang=English", "/en/codes/0xC004F213")]
    [InlineData("/go/0xC004F211?lang=en&licence=oem", "/en/codes/0xC004F211#oem")]
    [InlineData("/go/0xC004F211?lang=en&os=windows-11", "/en/articles/fix-0xc004f211?os=windows-11#steps")]
    [InlineData("/go/0xC004F211?lang=en&os=windows-11&licence=oem", "/en/codes/0xC004F211#oem")]
    [InlineData("/go/0xC004F213?lang=xx&os=amiga&licence=none", "/ja/codes/0xC004F213")]
    [InlineData("/go/0xC004F999?lang=en", "/en/codes/0xC004F999")]
    public async Task DoorsOpen(string door, string target)
    {
        using var answer = await site.GetRaw(door, ("Accept-Language", "ja"));
        Assert.Equal((HttpStatusCode.Found, target), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/go/")]
    [InlineData("/go/hello")]
    [InlineData("/go/%2F%2Fevil.example")]
    public async Task What_is_no_code_has_no_door(string door)
    {
        using var answer = await site.GetRaw(door);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory(DisplayName = "Feature 70: two codes stand side by side, linked from where one is said to be confused with the other")]
    [InlineData("ja", "見分け方")]
    [InlineData("en", "How to tell them apart")]
    public async Task CodesAreCompared(string lang, string heading)
    {
        var from = await Page($"/{lang}/codes/0xC004F211");
        var link = from.QuerySelector("dl.confused a.compare-link")!.GetAttribute("href")!;
        Assert.Equal($"/{lang}/codes/compare?a=0xC004F211&b=0xC004F213", link);
        var page = await Page(link);
        Assert.Equal(heading, page.QuerySelector("#difference")!.TextContent);
        foreach (var row in page.QuerySelectorAll(".pair"))
            Assert.Equal(["0xC004F211", "0xC004F213"], row.QuerySelectorAll(".pair-code a").Select(a => a.TextContent));
        Assert.Equal(["1", "3"], page.QuerySelector(".pair")!.QuerySelectorAll("mark").Select(m => m.TextContent));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact(DisplayName = "Feature 70: any form of a code can be compared, also with one that has no page; what is no code is said to be none")]
    public async Task AnyCodesAreCompared()
    {
        var page = await Page("/en/codes/compare?a=c004f213&b=-1073417711");
        Assert.Equal("0xC004F213 and 0xC004F211 compared", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("no page about this code", (await Page("/en/codes/compare?a=c004f213&b=0xC0990001")).Body!.TextContent, StringComparison.Ordinal);
        var none = await Page("/en/codes/compare?a=hello&b=0xC004F213");
        Assert.NotNull(none.QuerySelector(".banner"));
        Assert.Empty(none.QuerySelectorAll(".pair"));
        Assert.NotEmpty((await Page("/ja/codes/compare")).QuerySelectorAll("a[href*='codes/compare?a=']"));
    }

    [Theory(DisplayName = "Feature 65: the feed follows one code or one product")]
    [InlineData("code=c004f211", new[] { "/en/articles/fix-0xc004f211", "/en/codes/0xC004F211" })]
    [InlineData("licence=oem", new[] { "/en/articles/hardware-change-impact", "/en/codes/0xC004C008", "/en/codes/0xC004F211", "/en/codes/0xC004F213" })]
    [InlineData("os=windows-7&category=hardware", new[] { "/en/articles/hardware-change-impact" })]
    public async Task FeedsFollow(string query, string[] pages)
    {
        var feed = XDocument.Parse(await site.Text($"/en/feed.xml?{query}")).Root!;
        var linked = feed.Elements(s_atom + "entry").Select(e => new Uri(e.Element(s_atom + "id")!.Value).AbsolutePath).ToHashSet();
        Assert.Superset(pages.ToHashSet(), linked);
        Assert.DoesNotContain("/en/articles/check-activation-state", linked);
        Assert.Equal(linked.Contains("/en/codes/0xC004C008"), query.StartsWith("licence", StringComparison.Ordinal));
        var self = feed.Elements(s_atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value;
        Assert.Equal(await site.Text(new Uri(self).PathAndQuery), await site.Text($"/en/feed.xml?{query}"));
        var shown = (await Page($"/en/changes?{query}")).QuerySelectorAll(".recent a").Select(a => a.GetAttribute("href")!).ToHashSet();
        Assert.Equal(linked, shown);
    }

    [Theory]
    [InlineData("/en/feed.xml?os=amiga")]
    [InlineData("/en/feed.xml?code=hello")]
    [InlineData("/ja/feed.xml?licence=x&code=0xC004F213")]
    public async Task A_feed_of_something_unknown_is_refused(string path)
    {
        using var answer = await site.GetRaw(path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact(DisplayName = "Feature 130: cards name the page, its picture, its days and its other language")]
    public async Task CardsAreComplete()
    {
        var page = await Page("/en/articles/hardware-change-impact");
        string? Card(string property) => page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");
        Assert.Equal("How a hardware change affects activation", Card("og:title"));
        Assert.Equal(("en_GB", "ja_JP", "article"), (Card("og:locale"), Card("og:locale:alternate"), Card("og:type")));
        Assert.Equal(("2026-11-01", "2026-11-21"), (Card("article:published_time"), Card("article:modified_time")));
        using var picture = await site.GetRaw(new Uri(Card("og:image")!).AbsolutePath);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (picture.StatusCode, picture.Content.Headers.ContentType!.MediaType));
        Assert.Null((await Page("/ja/articles/check-activation-state")).QuerySelector("meta[property='og:locale:alternate']"));
    }

    private async Task<IHtmlDocument> Page(string path)
    {
        using var answer = await site.GetRaw(path);
        Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}
