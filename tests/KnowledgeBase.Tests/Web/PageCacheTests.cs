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
        for (var i = 0; i < 8; i++) store.Keep(new("kb.example", "/ja/" + i), page);
        Assert.Equal((int)(PageStore.MostBytes / page.Html.Length), Enumerable.Range(0, 8).Count(i => store.Find(new("kb.example", "/ja/" + i)) is not null));
        Assert.Null(store.Find(new("other.example", "/ja/1")));
    }

    [Fact]
    public void A_page_of_an_older_snapshot_is_not_kept()
    {
        var current = site.Services.GetRequiredService<CurrentSite>();
        var store = new PageStore(current);
        store.Keep(new("kb.example", "/ja"), new StoredPage("old"u8.ToArray(), "ja", current.Snapshot.Info.Generation - 1));
        Assert.Null(store.Find(new("kb.example", "/ja")));
    }

    [Fact(DisplayName = "An edit elsewhere leaves a page its validator; what was compressed for it is taken over")]
    public void SameBytesSameValidator()
    {
        var (before, after) = (new StoredPage("<p>same</p>"u8.ToArray(), "en", 1), new StoredPage("<p>same</p>"u8.ToArray(), "en", 2));
        before.Shrink();
        Assert.True(after.Adopt(before));
        Assert.Same(before.Brotli, after.Brotli);
        Assert.Equal(before.Plain.Tag, after.Plain.Tag);
        Assert.NotEqual(before.Brotli.Tag, before.Plain.Tag);
        Assert.False(new StoredPage("<p>other</p>"u8.ToArray(), "en", 2).Adopt(before));
    }

    [Theory(DisplayName = "The validator of any encoding, weak or strong, alone or in a list, answers 304; another one answers the page")]
    [InlineData("{0}", 304)]
    [InlineData("W/{0}", 304)]
    [InlineData("\"x\", {0}", 304)]
    [InlineData("*", 304)]
    [InlineData("\"x\"", 200)]
    [InlineData("", 200)]
    public async Task Conditions(string condition, int status)
    {
        using var first = await site.GetRaw(Article, ("Accept-Encoding", "br"));
        var tag = first.Headers.ETag!.ToString();
        foreach (var encoding in new[] { "br", "gzip", "identity" })
        {
            using var answer = await site.GetRaw(Article, ("Accept-Encoding", encoding), ("If-None-Match", condition.Replace("{0}", tag, StringComparison.Ordinal)));
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.True(answer.Headers.Contains("ETag") && answer.Headers.Contains("Vary") && answer.Headers.Contains("Cache-Control"));
        }

        using var match = await site.GetRaw(Article, ("Accept-Encoding", "br"), ("If-Match", "\"x\""));
        Assert.Equal(HttpStatusCode.PreconditionFailed, match.StatusCode);
    }

    [Theory(DisplayName = "A range is a part of exactly the bytes that the validator names")]
    [InlineData("bytes=0-9", 206, 0, 10)]
    [InlineData("bytes=5-", 206, 5, -1)]
    [InlineData("bytes=-7", 206, -7, -1)]
    [InlineData("bytes=2-999999999", 206, 2, -1)]
    [InlineData("bytes=999999999-", 416, 0, 0)]
    [InlineData("bytes=0-1,3-4", 200, 0, -1)]
    [InlineData("lines=0-1", 200, 0, -1)]
    [InlineData("bytes=9-1", 200, 0, -1)]
    public async Task Ranges(string range, int status, int from, int length)
    {
        using var whole = await site.GetRaw(Article, ("Accept-Encoding", "br"));
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        using var part = await site.GetRaw(Article, ("Accept-Encoding", "br"), ("Range", range));
        Assert.Equal(status, (int)part.StatusCode);
        if (status == 416)
        {
            Assert.Equal($"bytes */{bytes.Length}", part.Content.Headers.ContentRange!.ToString());
            return;
        }

        var start = from < 0 ? bytes.Length + from : from;
        var expected = bytes[start..(length < 0 ? bytes.Length : start + length)];
        Assert.Equal(expected, await part.Content.ReadAsByteArrayAsync());
        if (status == 206) Assert.Equal($"bytes {start}-{start + expected.Length - 1}/{bytes.Length}", part.Content.Headers.ContentRange!.ToString());
        using var changed = await site.GetRaw(Article, ("Accept-Encoding", "br"), ("Range", range), ("If-Range", "\"other\""));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        using var same = await site.GetRaw(Article, ("Accept-Encoding", "br"), ("Range", range), ("If-Range", whole.Headers.ETag!.ToString()));
        Assert.Equal(status, (int)same.StatusCode);
    }

    [Theory(DisplayName = "The head of a page is the head of its GET, prebuilt or not")]
    [InlineData(Article)]
    [InlineData("/en/articles/none")]
    public async Task Heads(string path)
    {
        using var whole = await site.GetRaw(path, ("Accept-Encoding", "br"));
        using var head = await site.Send(HttpMethod.Head, path, ("Accept-Encoding", "br"));
        Assert.Equal(whole.StatusCode, head.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        Assert.Equal(whole.Headers.Where(h => h.Key != "Date").Select(h => h.Key).Order(), head.Headers.Where(h => h.Key != "Date").Select(h => h.Key).Order());
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory(DisplayName = "Whoever is signed in gets no kept page and leaves none behind")]
    [InlineData("Cookie", "lang=ja; __Host-kb-account=abc")]
    [InlineData("Authorization", "Bearer abc")]
    public async Task SignedIn(string header, string value)
    {
        using var mine = await site.GetRaw("/en/glossary", (header, value));
        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
        Assert.True(mine.Headers.CacheControl!.NoStore);
        Assert.Null(mine.Headers.ETag);
    }

    [Theory]
    [InlineData("gzip;q=1.0, br;q=0.5", "gzip")]
    [InlineData("br;q=0, *;q=0.5", "gzip")]
    [InlineData("*;q=0.1", "br")]
    [InlineData("brx", null)]
    [InlineData("gzip, BR", "br")]
    [InlineData("br;q=nonsense", null)]
    public void Encodings_are_picked_as_asked(string accepted, string? encoding) =>
        Assert.Equal(encoding, PageSending.Pick(new StoredPage("text"u8.ToArray(), "en", 1), accepted).Encoding);

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
