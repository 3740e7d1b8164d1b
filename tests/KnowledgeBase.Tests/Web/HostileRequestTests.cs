using System.Text.Json;

namespace KnowledgeBase.Tests.Web;

/// <summary>Paths, redirect targets and strings that broke other systems, on every address that takes text.</summary>
[Collection(SharedHost.Name)]
public sealed class HostileRequestTests(SampleHost site)
{
    [Fact]
    public async Task No_path_reaches_a_file()
    {
        File.WriteAllText(site.Content.At("../secret-marker.txt"), "marker-of-a-file-outside");
        string[] own = ["/../secret-marker.txt", "/%2e%2e/secret-marker.txt", "/..%2fsecret-marker.txt", "/site.yaml", "/../site.yaml", "/media/../site.yaml"];
        var paths = own.Concat(Read("path-traversal.jsonl", "path")).Select(p => p.TrimStart('/')).Distinct().ToList();
        Assert.True(paths.Count > 15);
        await Each(paths.SelectMany(p => new[] { "/media/" + Written(p), "/media/" + Uri.EscapeDataString(p), "/ja/articles/" + Written(p), "/api/articles/" + Written(p) }), async path =>
        {
            using var response = await site.GetRaw(path);
            var (status, body) = ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
            var type = response.Content.Headers.ContentType?.MediaType;
            // Dots that climb to the root of the site arrive at one of its own pages.
            var isOwnPage = status == 200 && type == "text/html" && body.Contains("<main", StringComparison.Ordinal);
            return (status is 400 or 404 or 405 or 414 || isOwnPage || (status is 301 or 302 && IsOwn(response)))
                && !body.Contains("marker-of-a-file", StringComparison.Ordinal) && !body.Contains("root:x:", StringComparison.Ordinal) && !body.Contains("default-language", StringComparison.Ordinal)
                ? null : $"{status} {type}";
        });
    }

    [Fact]
    public async Task No_redirect_leaves_the_site()
    {
        var targets = Read("open-redirect.jsonl", "returnUrl").Append("//evil.example").Append("/\\evil.example").Append("https://evil.example").Distinct().ToList();
        await Each(targets.SelectMany(t => new[]
        {
            t.StartsWith('/') ? Written(t) : "/" + Written(t), "/ja/" + Written(t), "/ja/articles/" + Written(t), "/ja/codes/" + Written(t), "/a/" + Written(t), "/c/" + Written(t), "/g/windows-activation?status=" + Uri.EscapeDataString(t),
            "/?returnUrl=" + Uri.EscapeDataString(t), "/en/guides/windows-activation?status=" + Uri.EscapeDataString(t), "/en/codes/c004f213?returnUrl=" + Uri.EscapeDataString(t),
        }), async path =>
        {
            using var response = await site.GetRaw(path);
            return (int)response.StatusCode < 500 && IsOwn(response) ? null : $"{(int)response.StatusCode} {response.Headers.Location?.OriginalString}";
        });
    }

    [Fact]
    public async Task No_string_breaks_an_address()
    {
        var strings = Read("naughty-strings-blns.jsonl", "string").Append("\0").Append("\uD83D\uDE42").Append(new string('a', 3000)).Distinct().ToList();
        await Each(strings.Select(Uri.EscapeDataString).SelectMany(s => new[]
        {
            "/api/search?lang=ja&q=" + s, "/api/suggest?lang=en&q=" + s, "/api/search?q=a&lang=" + s, "/api/search?q=a&limit=" + s, "/api/search?q=a&os=" + s, "/api/codes/" + s, "/api/articles/" + s,
            "/api/guides/" + s, "/ja/search?q=" + s, "/en/guides/windows-activation?status=" + s, "/en/guides/windows-activation/status?" + s + "=" + s, "/c/" + s, "/a/" + s, "/media/" + s, "/" + s,
        }), async path =>
        {
            using var response = await site.GetRaw(path);
            var body = await response.Content.ReadAsStringAsync();
            // JSON with nosniff may hold the text as it is; a page may not.
            var isInert = response.Content.Headers.ContentType?.MediaType != "text/html" || !body.Contains("<script>alert", StringComparison.OrdinalIgnoreCase);
            return (int)response.StatusCode < 500 && IsOwn(response) && isInert ? null : $"{(int)response.StatusCode} {response.Headers.Location?.OriginalString}";
        });
    }

    [Fact]
    public async Task A_query_comes_back_exactly_as_it_was_sent()
    {
        var strings = Read("naughty-strings-blns.jsonl", "string").Where(s => s.Length is > 0 and < 500 && !s.Any(char.IsSurrogate)).Distinct().ToList();
        await Each(strings, async text =>
        {
            using var response = await site.GetRaw("/api/search?lang=en&q=" + Uri.EscapeDataString(text));
            var body = await response.Content.ReadAsStringAsync();
            return response.IsSuccessStatusCode && JsonDocument.Parse(body).RootElement.GetProperty("query").GetString() == text ? null : $"{(int)response.StatusCode} {body}";
        });
    }

    /// <summary>As it stands, so that dots and percent signs arrive; a question mark would begin the query.</summary>
    private static string Written(string path) => path.Replace("?", "%3F", StringComparison.Ordinal);

    private static bool IsOwn(HttpResponseMessage response) =>
        response.Headers.Location?.OriginalString is not { } target || (target.StartsWith('/') && !target.StartsWith("//", StringComparison.Ordinal) && !target.Contains('\\', StringComparison.Ordinal));

    private static IEnumerable<string> Read(string file, string property) =>
        File.ReadLines(Repository.Hostile(file)).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement.GetProperty(property).GetString()!);

    /// <param name="fault">What is wrong with the answer, or null.</param>
    private static async Task Each(IEnumerable<string> cases, Func<string, Task<string?>> fault)
    {
        var faults = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (item, _) =>
        {
            if (await fault(item) is { } found) faults.Add($"{item}: {found}");
        });
        Assert.True(faults.IsEmpty, $"{faults.Count} of them, such as:\n" + string.Join('\n', faults.Take(8)));
    }
}
