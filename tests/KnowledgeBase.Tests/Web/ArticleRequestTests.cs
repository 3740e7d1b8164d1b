using System.Net;
using System.Text.Json;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedHost.Name)]
public sealed class ArticleRequestTests(SampleHost site)
{
    private static int s_visitor;

    private IVisitorStore Store => site.Services.GetRequiredService<IVisitorStore>();

    [Theory(DisplayName = "Feature 12: on the page of a code without an article one button asks for it; a second press of the same visitor does not count")]
    [InlineData("ja", "0xC004F2FE", HttpStatusCode.NotFound)]
    [InlineData("en", "0xC004F2FC", HttpStatusCode.NotFound)]
    [InlineData("ja", "0x80070005", HttpStatusCode.OK)]
    public async Task CodesAreAskedFor(string lang, string code, HttpStatusCode status)
    {
        using var page = await site.GetRaw($"/{lang}/codes/{code}");
        Assert.Equal(status, page.StatusCode);
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains($"<form method=\"post\" action=\"/{lang}/requests\"", html);
        Assert.Contains($"name=\"code\" value=\"{code}\"", html);

        var (before, me) = (await Count(code), NewVisitor());
        foreach (var (visitor, notice, more) in new[] { (me, "counted", 1), (me, "counted-before", 1), (NewVisitor(), "counted", 2) })
        {
            using var answer = await site.Post($"/{lang}/requests", visitor, new() { ["code"] = code });
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.Equal($"/{lang}/codes/{code}#{notice}", answer.Headers.Location!.OriginalString);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.Contains($"id=\"{notice}\"", html);
            Assert.Equal(before + more, await Count(code));
        }
    }

    [Theory(DisplayName = "Feature 28: a search that finds nothing reports with one button that a page is missing")]
    [InlineData("ja", "ｚｚｚｑｑｑ　ｘｘｙｙ", "zzzqqq xxyy")]
    [InlineData("en", "ZZZQQQ  xxyyzz", "zzzqqq xxyyzz")]
    public async Task MissingWordsAreReported(string lang, string query, string subject)
    {
        var html = WebUtility.HtmlDecode(await site.Text($"/{lang}/search?q={Uri.EscapeDataString(query)}"));
        Assert.Contains($"<form method=\"post\" action=\"/{lang}/requests\"", html);
        Assert.Contains($"name=\"q\" value=\"{query}\"", html);
        using var answer = await site.Post($"/{lang}/requests", NewVisitor(), new() { ["q"] = query });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"/{lang}/search?q={Uri.EscapeDataString(query)}#counted", answer.Headers.Location!.OriginalString);
        Assert.Equal(1, await Count(subject));
    }

    [Fact(DisplayName = "Feature 109: a product key in reported words is masked before it is kept or sent back")]
    public async Task KeysAreMasked()
    {
        using var answer = await site.Post("/en/requests", NewVisitor(), new() { ["q"] = "zzzkey ABCDE-12345-FGHIJ-67890-KLMNO" });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.DoesNotContain("12345", answer.Headers.Location!.OriginalString);
        Assert.Equal(1, await Count("zzzkey *****"));
        Assert.DoesNotContain(await Store.Requests(), r => r.Subject.Contains("12345", StringComparison.Ordinal));
        using var only = await site.Post("/en/requests", NewVisitor(), new() { ["q"] = "ABCDE-12345-FGHIJ-67890-KLMNO" });
        Assert.Equal(HttpStatusCode.BadRequest, only.StatusCode);
    }

    [Theory(DisplayName = "What has a page is not asked for: the visitor is sent there")]
    [InlineData("code", "c004f213", "/en/codes/0xC004F213")]
    [InlineData("q", "OEM", "/en/search?q=OEM")]
    public async Task WhatIsThereIsShown(string field, string value, string page)
    {
        var before = (await Store.Requests()).Sum(r => r.Visitors);
        using var answer = await site.Post("/en/requests", NewVisitor(), new() { [field] = value });
        Assert.Equal(page, answer.Headers.Location!.OriginalString);
        Assert.Equal(before, (await Store.Requests()).Sum(r => r.Visitors));
    }

    [Theory(DisplayName = "A form sent from another site is refused with a page that says so")]
    [InlineData("https://evil.example", null)]
    [InlineData("null", null)]
    [InlineData("", null)]
    [InlineData("", "cross-site")]
    [InlineData("", "same-site")]
    [InlineData("", "none")]
    [InlineData("https://evil.example", "same-origin")]
    [InlineData(null, "cross-site")]
    public async Task ForeignFormsAreRefused(string? origin, string? fetchSite)
    {
        var headers = new List<(string, string)>();
        if (origin is not null) headers.Add(("Origin", origin));
        if (fetchSite is not null) headers.Add(("Sec-Fetch-Site", fetchSite));
        using var answer = await site.Post("/ja/requests", NewVisitor(), new() { ["code"] = "0xC004F2AA" }, [.. headers]);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync());
        Assert.Equal(0, await Count("0xC004F2AA"));
    }

    [Fact]
    public async Task The_sites_own_form_is_taken_whichever_of_the_two_headers_says_so()
    {
        using var modern = await site.Post("/ja/requests", NewVisitor(), new() { ["code"] = "0xC004F2AB" }, ("Origin", ""), ("Sec-Fetch-Site", "same-origin"));
        using var both = await site.Post("/ja/requests", NewVisitor(), new() { ["code"] = "0xC004F2AB" }, ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (modern.StatusCode, both.StatusCode));
    }

    [Fact]
    public async Task What_is_no_such_form_is_answered_with_a_page_and_kept_nowhere()
    {
        var before = (await Store.Requests()).Count;
        foreach (var form in new Dictionary<string, string>[] { [], new() { ["code"] = "abc" }, new() { ["q"] = " " }, new() { ["q"] = new('z', 2001) } })
        {
            using var answer = await site.Post("/en/requests", NewVisitor(), form);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync());
        }

        using var large = await site.Post("/en/requests", NewVisitor(), new() { ["q"] = new('z', 30_000) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using var get = await site.GetRaw("/en/requests");
        Assert.Equal(HttpStatusCode.NotFound, get.StatusCode);
        Assert.Equal(before, (await Store.Requests()).Count);
    }

    [Fact(DisplayName = "Feature 110: who sends too much is asked to wait, on a page in the reader's language; others are not held up")]
    public async Task TooMuchIsRefused()
    {
        await using var small = await Host(("KnowledgeBase:RateLimits:VisitorPostsPerHour", "3"));
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var answer = await small.Site.Post("/ja/requests", "203.0.113.1", new() { ["code"] = $"0xC004F2B{i}" });
            answers.Add(answer.StatusCode);
            if (i < 3) continue;
            var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Contains("<html lang=\"ja\"", html);
            Assert.Contains(Words("ja")["Refused.TooOften"], html);
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 1200);
        }

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.TooManyRequests], answers);
        using var other = await small.Site.Post("/ja/requests", "203.0.113.2", new() { ["code"] = "0xC004F2B9" });
        Assert.Equal(HttpStatusCode.SeeOther, other.StatusCode);
        using var reading = await small.Site.GetRaw("/ja/codes", ("X-Forwarded-For", "203.0.113.1"));
        Assert.Equal(HttpStatusCode.OK, reading.StatusCode);
    }

    [Fact(DisplayName = "A store that cannot be opened takes no reading page down: the visitor is told, and health says so")]
    public async Task StoreIsNotNeededToRead()
    {
        var file = Path.GetTempFileName();
        await using var broken = await Host(("KnowledgeBase:DataPath", file));
        using var answer = await broken.Site.Post("/en/requests", "203.0.113.1", new() { ["code"] = "0xC004F2FE" });
        Assert.Equal("/en/codes/0xC004F2FE#not-counted", answer.Headers.Location!.OriginalString);
        Assert.Contains("id=\"not-counted\"", await broken.Site.Text("/en/codes/0xC004F2FE"));
        using var ready = await broken.Site.GetRaw("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        var health = JsonDocument.Parse(await ready.Content.ReadAsStringAsync()).RootElement;
        Assert.Contains("storage", health.GetProperty("status").GetString());
        Assert.Contains("KnowledgeBase:DataPath", health.GetProperty("storageProblem").GetString());
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(await site.Text("/health/ready")).RootElement.GetProperty("storageProblem").ValueKind);
        File.Delete(file);
    }

    private static KnowledgeBase.Web.Components.UiText Words(string tag) => KnowledgeBase.Web.Components.UiText.For(KnowledgeBase.Content.Locale.Find(tag)!);

    private static string NewVisitor() => $"198.51.100.{Interlocked.Increment(ref s_visitor)}";

    private async Task<long> Count(string subject) => (await Store.Requests()).Where(r => r.Subject == subject).Sum(r => r.Visitors);

    private static async Task<OwnHost> Host(params (string Key, string Value)[] settings)
    {
        var host = new OwnHost();
        foreach (var (key, value) in settings) host.Site.Settings[key] = value;
        await host.Site.InitializeAsync();
        return host;
    }

    private sealed class OwnHost : IAsyncDisposable
    {
        public SampleHost Site { get; } = new();

        public async ValueTask DisposeAsync() => await ((IAsyncLifetime)Site).DisposeAsync();
    }
}
