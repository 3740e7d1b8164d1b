using System.Net;
using System.Net.WebSockets;
using KnowledgeBase.Site;
using KnowledgeBase.Web.Security;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedHost.Name)]
public sealed class ProtectionTests(SampleHost site)
{
    [Theory(DisplayName = "The strict headers are on every kind of response")]
    [InlineData("/ja", 200)]
    [InlineData("/en/guides/windows-activation", 200)]
    [InlineData("/en/articles/none", 404)]
    [InlineData("/api/search?q=x&limit=0", 400)]
    [InlineData("/sitemap.xml", 200)]
    [InlineData("/", 302)]
    public async Task HeadersAreEverywhere(string path, int status)
    {
        using var response = await site.GetRaw(path);
        // A guide without answers moves on to its first question.
        if (!path.Contains("guides", StringComparison.Ordinal)) Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(SecurityHeaders.PagePolicy, response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(response.Headers.Contains("Referrer-Policy") && response.Headers.Contains("Cross-Origin-Opener-Policy") && response.Headers.Contains("Permissions-Policy"));
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public void The_policy_allows_no_inline_code_and_no_foreign_host() =>
        Assert.DoesNotMatch("unsafe|http|\\*|script-src[^;]*data:", SecurityHeaders.PagePolicy);

    [Theory]
    [InlineData("evil.example", 400)]
    [InlineData("kb.example.evil.example", 400)]
    [InlineData("127.0.0.1.evil.example", 400)]
    [InlineData("kb.example", 200)]
    [InlineData("KB.EXAMPLE:8443", 200)]
    [InlineData("localhost", 200)]
    [InlineData("[::1]:5080", 200)]
    public async Task Only_the_hosts_of_the_settings_are_answered(string host, int status)
    {
        using var response = await site.GetRaw("/ja", ("Host", host));
        Assert.Equal(status, (int)response.StatusCode);
        if (status == 400) Assert.DoesNotContain("evil", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory(DisplayName = "A foreign or null origin opens no circuit")]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task ForeignOriginsAreRefused(string? origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(Circuit, CancellationToken.None));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
        using var negotiation = await site.Send(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", ("Origin", origin ?? "https://127.0.0.1.evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, negotiation.StatusCode);
    }

    [Fact]
    public async Task The_sites_own_origin_opens_a_circuit()
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(Circuit, CancellationToken.None);
        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task Without_a_token_no_form_is_taken()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "x"), KeyValuePair.Create("a", "b")]);
        using var response = await site.Client.PostAsync(new Uri("/ja", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_query_of_a_megabyte_is_refused_with_414()
    {
        using var response = await site.GetRaw("/ja/search?q=" + new string('a', 1024 * 1024));
        Assert.Equal(HttpStatusCode.RequestUriTooLong, response.StatusCode);
    }

    [Theory(DisplayName = "Feature 109: a product key or installation ID in an address is masked and not answered back")]
    [InlineData("ABCDE-12345-FGHIJ-67890-KLMNO")]
    [InlineData("error with ABCDE-12345-FGHIJ-67890-KLMNO today")]
    [InlineData("ＡＢＣＤＥ－１２３４５－ＦＧＨＩＪ－６７８９０－ＫＬＭＮＯ")]
    [InlineData("123456-123456-123456-123456-123456-123456-123456-123456-123456")]
    [InlineData("1234567 1234567 1234567 1234567 1234567 1234567 1234567 1234567 1234567")]
    public async Task SecretsGoNoFurther(string query)
    {
        using var page = await site.GetRaw("/en/search?q=" + Uri.EscapeDataString(query));
        Assert.Equal(HttpStatusCode.Found, page.StatusCode);
        var address = Uri.UnescapeDataString(page.Headers.Location!.OriginalString);
        Assert.StartsWith("/en/search?q=", address, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"12345|１２３４５", address);
        var api = await site.Text("/api/search?lang=en&q=" + Uri.EscapeDataString(query));
        Assert.DoesNotMatch(@"12345|１２３４５", api);
        Assert.Contains(SensitiveText.Masked, api, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example/?q=ABCDE-12345-FGHIJ-67890-KLMNO")]
    [InlineData("//evil.example/en?q=ABCDE-12345-FGHIJ-67890-KLMNO")]
    public async Task Masking_never_sends_a_reader_to_another_host(string path)
    {
        using var response = await site.GetRaw(path);
        Assert.False(response.Headers.Location?.OriginalString.StartsWith("//", StringComparison.Ordinal) == true);
    }

    private Uri Circuit => new($"ws://{site.Client.BaseAddress!.Authority}/_blazor");
}
