using System.Net;
using System.Text.Json;

namespace KnowledgeBase.Tests.Web;

[Collection(SharedHost.Name)]
public sealed class ApiTests(SampleHost site)
{
    [Theory(DisplayName = "Features 1-6: every written form of a code is read by the API")]
    [InlineData("0xC004F213")]
    [InlineData("c004f213")]
    [InlineData("-1073417709")]
    [InlineData("3221549587")]
    [InlineData("  0xC004F213\t")]
    [InlineData("(0xC004F213)")]
    [InlineData("０ｘＣ００４Ｆ２１３")]
    [InlineData("0xC004F213。")]
    [InlineData("0xC004-F213")]
    public async Task EveryFormIsRead(string form)
    {
        var code = await Json("/api/codes/" + Uri.EscapeDataString(form) + "?lang=en", HttpStatusCode.OK);
        Assert.Equal("0xC004F213", code.GetProperty("hex").GetString());
        Assert.Equal(3221549587u, code.GetProperty("unsigned").GetUInt32());
        Assert.Equal(-1073417709, code.GetProperty("signed").GetInt32());
        Assert.Equal("No product key was found", code.GetProperty("title").GetString());
        Assert.Equal("/en/codes/0xC004F213", code.GetProperty("url").GetString());
        Assert.Equal("any", code.GetProperty("cases")[0].GetProperty("id").GetString());
    }

    [Fact(DisplayName = "Feature 12: an unknown code is taken apart, with near codes and status 404")]
    public async Task AnUnknownCodeIsTakenApart()
    {
        var code = await Json("/api/codes/0xC004F2FE?lang=en", HttpStatusCode.NotFound, "application/problem+json");
        Assert.Equal(("0xC004F2FE", 3, 4, 0xF2FE), (code.GetProperty("hex").GetString(), code.GetProperty("severity").GetInt32(), code.GetProperty("facility").GetInt32(), code.GetProperty("code").GetInt32()));
        Assert.Contains("0xC004F213", code.GetProperty("nearest").EnumerateArray().Select(c => c.GetString()));
    }

    [Theory(DisplayName = "A bad parameter is a 400 problem that names it")]
    [InlineData("/api/search?q=x&limit=0", "limit")]
    [InlineData("/api/search?q=x&limit=101", "limit")]
    [InlineData("/api/search?q=x&limit=abc", "limit")]
    [InlineData("/api/search?q=x&limit=1e2", "limit")]
    [InlineData("/api/search?q=x&lang=xx", "lang")]
    [InlineData("/api/search?q=x&lang=ja&lang=en", "lang")]
    [InlineData("/api/search?q=x&os=beos", "os")]
    [InlineData("/api/search?q=x&licence=none", "licence")]
    [InlineData("/api/search?q=x&kind=7", "kind")]
    [InlineData("/api/search?q=x&edition=ultimate", "edition")]
    [InlineData("/api/search?q=x&language=fr", "language")]
    [InlineData("/api/suggest?q=x&lang=", "lang")]
    [InlineData("/api/codes/hello", "form")]
    [InlineData("/api/codes/", "form")]
    [InlineData("/api/articles/hardware-change-impact?lang=xx", "lang")]
    public async Task BadParametersAreNamed(string path, string parameter)
    {
        var problem = await Json(path, HttpStatusCode.BadRequest, "application/problem+json");
        Assert.Contains(parameter, problem.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.True(problem.GetProperty("errors").TryGetProperty(parameter, out _));
    }

    [Theory(DisplayName = "An answer whose language the request's headers chose says so to caches")]
    [InlineData("/api/codes/0xC004F213")]
    [InlineData("/api/search?q=key")]
    [InlineData("/api/suggest?q=key")]
    public async Task LanguageIsNamedToCaches(string path)
    {
        using var client = site.CreateClient();
        using var chosen = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Contains("Accept-Language", chosen.Headers.Vary);
        Assert.Contains("Cookie", chosen.Headers.Vary);
        using var named = await client.GetAsync(new Uri(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=en", UriKind.Relative));
        Assert.DoesNotContain("Accept-Language", named.Headers.Vary);
    }

    [Theory]
    [InlineData("/api/articles/none")]
    [InlineData("/api/guides/none")]
    [InlineData("/api/nothing")]
    public async Task What_is_not_there_is_a_problem_too(string path) => await Json(path, HttpStatusCode.NotFound, "application/problem+json");

    [Fact]
    public async Task A_search_answers_in_the_agreed_shape()
    {
        var answer = await Json("/api/search?lang=en&limit=3&q=motherboard%200xC004F213", HttpStatusCode.OK);
        Assert.Equal(["query", "readAs", "total", "hits", "didYouMean", "microseconds"], answer.EnumerateObject().Select(p => p.Name));
        Assert.Equal("0xC004F213", answer.GetProperty("readAs")[0].GetProperty("code").GetString());
        var hit = answer.GetProperty("hits")[0];
        Assert.Equal(["kind", "id", "lang", "title", "url", "section", "snippet", "score"], hit.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("code", "0xC004F213", "en", "/en/codes/0xC004F213"), (hit.GetProperty("kind").GetString(), hit.GetProperty("id").GetString(), hit.GetProperty("lang").GetString(), hit.GetProperty("url").GetString()!.Split('#')[0]));
        var text = hit.GetProperty("snippet").GetProperty("text").GetString()!;
        foreach (var mark in hit.GetProperty("snippet").GetProperty("marks").EnumerateArray())
            Assert.InRange(mark[0].GetInt32() + mark[1].GetInt32(), 1, text.Length);
    }

    [Fact]
    public async Task Every_address_of_a_hit_and_a_suggestion_is_there()
    {
        foreach (var query in new[] { "OEM", "activation", "0xC004", "kms" })
        {
            var hits = (await Json("/api/search?lang=en&limit=50&q=" + query, HttpStatusCode.OK)).GetProperty("hits").EnumerateArray();
            var suggestions = (await Json("/api/suggest?lang=en&q=" + query, HttpStatusCode.OK)).GetProperty("suggestions").EnumerateArray();
            foreach (var url in hits.Concat(suggestions).Select(h => h.GetProperty("url").GetString()!.Split('#')[0]).Distinct())
            {
                using var page = await site.GetRaw(url);
                Assert.True(page.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found, $"{query}: {url} answers {(int)page.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task Japanese_is_sent_as_characters()
    {
        Assert.Contains("プロダクト キー", await site.Text("/api/codes/0xC004F213?lang=ja"), StringComparison.Ordinal);
        Assert.Contains("\"query\":\"認証\"", await site.Text("/api/search?lang=ja&q=認証"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_is_given_in_the_other_language_where_this_one_is_missing()
    {
        var article = await Json("/api/articles/check-activation-state?lang=en", HttpStatusCode.OK);
        Assert.Equal(("ja", "/ja/articles/check-activation-state"), (article.GetProperty("lang").GetString(), article.GetProperty("url").GetString()));
        Assert.Equal("settings", article.GetProperty("sections").EnumerateArray().Last().GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_guide_is_given_whole()
    {
        var guide = await Json("/api/guides/windows-activation?lang=en", HttpStatusCode.OK);
        var nodes = guide.GetProperty("nodes").EnumerateArray().ToDictionary(n => n.GetProperty("id").GetString()!);
        Assert.Contains(guide.GetProperty("start").GetString()!, nodes.Keys);
        Assert.All(nodes.Values.SelectMany(n => n.GetProperty("answers").EnumerateArray()), a => Assert.Contains(a.GetProperty("to").GetString()!, nodes.Keys));
    }

    [Fact]
    public async Task OpenAPI_describes_every_address_of_the_API()
    {
        var paths = (await Json("/openapi/v1.json", HttpStatusCode.OK)).GetProperty("paths").EnumerateObject().ToList();
        Assert.Equal(["/api/articles/{id}", "/api/codes/{form}", "/api/desk/me", "/api/desk/ticket", "/api/guides/{id}", "/api/pages", "/api/search", "/api/suggest", "/health/ready"], paths.Select(p => p.Name).Order(StringComparer.Ordinal));
        // Every parameter says what it takes, and is named as the address writes it.
        foreach (var parameter in paths.SelectMany(p => p.Value.EnumerateObject().First().Value.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToList() : []))
        {
            Assert.True(parameter.TryGetProperty("description", out var description) && description.GetString()!.Length > 20, parameter.ToString());
            Assert.Matches("^[a-z]+$", parameter.GetProperty("name").GetString());
        }
        Assert.All(paths, p => Assert.NotEmpty(p.Value.EnumerateObject().First().Value.GetProperty("summary").GetString()!));
    }

    [Fact]
    public async Task Health_counts_the_content()
    {
        var ready = await Json("/health/ready", HttpStatusCode.OK);
        Assert.Equal("ready", ready.GetProperty("status").GetString());
        Assert.Equal(5, ready.GetProperty("counts").GetProperty("articles").GetInt32());
        Assert.Empty(ready.GetProperty("rejectedFiles").EnumerateArray());
        Assert.Equal("live", await site.Text("/health/live"));
    }

    private async Task<JsonElement> Json(string path, HttpStatusCode status, string type = "application/json")
    {
        using var response = await site.GetRaw(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{path}: {(int)response.StatusCode} {text}");
        Assert.Contains(response.Content.Headers.ContentType?.MediaType, new[] { type, path.StartsWith("/openapi", StringComparison.Ordinal) ? "application/json" : type });
        return JsonDocument.Parse(text).RootElement.Clone();
    }
}
