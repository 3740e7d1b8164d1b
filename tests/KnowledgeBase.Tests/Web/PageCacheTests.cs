using System.IO.Compression;
using System.Net;
using System.Text;
using KnowledgeBase.Site;
using KnowledgeBase.Web.Caching;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedHost.Name)]
public sealed class PageCacheTests(SampleHost site)
{
    private const string Article = "/ja/articles/hardware-change-impact";

    [Theory(DisplayName = "Reading pages carry a validator, no cookie, and answer 304")]
    [InlineData("/ja")]
    [InlineData(Article)]
    [InlineData("/en/codes/0xC004F213")]
    [InlineData("/en/codes")]
    [InlineData("/ja/glossary")]
    [InlineData("/en/categories/hardware")]
    [InlineData("/en/guides/windows-activation/map")]
    public async Task PagesAreCacheable(string path)
    {
        using var first = await site.GetRaw(path);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("public, max-age=0, must-revalidate", string.Join(", ", first.Headers.GetValues("Cache-Control")).Replace("must-revalidate, max-age=0", "max-age=0, must-revalidate"), ignoreCase: true);
        Assert.Equal(path[1..3], Assert.Single(first.Content.Headers.ContentLanguage));
        Assert.Equal("allow", first.Headers.GetValues("blazor-enhanced-nav").Single());
        Assert.Contains("Accept-Encoding", first.Headers.Vary);
        var tag = first.Headers.ETag!.ToString();
        using var again = await site.GetRaw(path, ("If-None-Match", "\"x\", " + tag));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(tag, again.Headers.ETag!.ToString());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("identity")]
    [InlineData("br;q=0, gzip;q=0")]
    public async Task Every_encoding_holds_the_same_page(string accepted)
    {
        var plain = await (await site.GetRaw(Article)).Content.ReadAsByteArrayAsync();
        using var response = await site.GetRaw(Article, ("Accept-Encoding", accepted));
        var encoding = response.Content.Headers.ContentEncoding.SingleOrDefault();
        Assert.Equal(accepted is "br" or "gzip" ? accepted : null, encoding);
        await using var body = await response.Content.ReadAsStreamAsync();
        await using var text = encoding switch { "br" => new BrotliStream(body, CompressionMode.Decompress), "gzip" => new GZipStream(body, CompressionMode.Decompress), _ => body };
        using var target = new MemoryStream();
        await text.CopyToAsync(target);
        Assert.Equal(plain, target.ToArray());
    }

    [Fact]
    public async Task Japanese_is_sent_as_characters_not_as_references()
    {
        var html = await site.Text(Article);
        Assert.DoesNotMatch("&#x3[0-9A-F]{3};", html);
        Assert.Contains("ライセンス", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_article_is_served_at_once_under_a_new_validator()
    {
        using var before = await site.GetRaw("/en/articles/hardware-change-impact");
        var word = "Changed" + Guid.NewGuid().ToString("N");
        var table = await before.Content.ReadAsStringAsync();
        Assert.DoesNotContain(word, table, StringComparison.Ordinal);
        site.Content.Change("articles/hardware/hardware-change-impact.en.md", "| Memory |", $"| Memory {word} |");
        Assert.True(site.Rebuilder.Refresh());
        using var after = await site.GetRaw("/en/articles/hardware-change-impact", ("If-None-Match", before.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains(word, await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        site.Content.Change("articles/hardware/hardware-change-impact.en.md", $" {word}", "");
        Assert.True(site.Rebuilder.Refresh());
    }

    [Theory(DisplayName = "Pages of a query are made anew, compressed, and never stored")]
    [InlineData("/ja/search?q=OEM")]
    [InlineData("/ja?x=1")]
    public async Task QueriesAreNotKept(string path)
    {
        using var response = await site.GetRaw(path, ("Accept-Encoding", "br"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Null(response.Headers.ETag);
        Assert.Equal("br", response.Content.Headers.ContentEncoding.Single());
    }

    [Fact]
    public void What_is_kept_has_an_upper_bound()
    {
        var current = site.Services.GetRequiredService<CurrentSite>();
        var store = new PageStore(current);
        var page = new StoredPage(new byte[64 * 1024 * 1024], "ja", current.Snapshot.Info.Generation);
        for (var i = 0; i < 8; i++) store.Keep("/ja/" + i, page);
        Assert.Equal((int)(PageStore.MostBytes / page.Html.Length), Enumerable.Range(0, 8).Count(i => store.Find("/ja/" + i, current.Snapshot) is not null));
    }

    [Theory]
    [InlineData("&#x3042;&#x1F600;", "あ😀")]
    [InlineData("&#x3C;script&#x3E; &#x26;amp; &#x22;", "&#x3C;script&#x3E; &#x26;amp; &#x22;")]
    [InlineData("&amp;#x3042; &#x; &#xZZ; &#x3042 &#xD800; &#x110000; &#x", "&amp;#x3042; &#x; &#xZZ; &#x3042 &#xD800; &#x110000; &#x")]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    public void References_become_characters_only_where_that_is_safe(string html, string plain) =>
        Assert.Equal(plain, Encoding.UTF8.GetString(HtmlText.Plain(Encoding.UTF8.GetBytes(html))));

    [Theory(DisplayName = "The renderer's state is cut off pages without an island only")]
    [InlineData("<p>x</p><!--Blazor-Server-Component-State:abc-->", "<p>x</p>")]
    [InlineData("<p>x</p>", "<p>x</p>")]
    [InlineData("<!--Blazor-Server-Component-State:abc--><p>x</p>", "<!--Blazor-Server-Component-State:abc--><p>x</p>")]
    [InlineData("<!--Blazor:{}--><p>x</p><!--Blazor-Server-Component-State:abc-->", "<!--Blazor:{}--><p>x</p><!--Blazor-Server-Component-State:abc-->")]
    public void StateIsCutWhereNobodyReadsIt(string html, string left) =>
        Assert.Equal(left, Encoding.UTF8.GetString(HtmlText.WithoutIslandState(Encoding.UTF8.GetBytes(html))));
}
