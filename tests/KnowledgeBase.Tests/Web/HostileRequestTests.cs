using System.Text.Json;
using KnowledgeBase.Site.Accounts;

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

    [Fact(DisplayName = "SEC-10: no string breaks a form, and what is sent back is inert")]
    public async Task No_string_breaks_a_form()
    {
        var strings = Read("naughty-strings-blns.jsonl", "string").Append("\0").Append("\uD83D\uDE42").Append(new string('a', 30_000)).Append("a\r\nSet-Cookie: evil=1").Distinct().ToList();
        var staff = await site.As(Roles.Support);
        var forms = new (string Path, string[] Fields)[]
        {
            ("/en/requests", ["code", "q"]), ("/ja/votes", ["page", "revision", "helpful", "reason", "q"]), ("/en/pastes", ["text"]), ("/ja/guides/windows-activation/pasted", ["text", "answers"]),
            ("/account/sign-in", ["name", "password", "_handler", "__RequestVerificationToken"]), ("/desk/notes", ["subject", "text"]), ("/desk/flags", ["subject", "ticket", "text"]),
        };
        var valid = new Dictionary<string, string> { ["page"] = "code/0xC004F213", ["revision"] = "x", ["helpful"] = "no", ["subject"] = "code/0xC004F213", ["text"] = "x" };
        var token = System.Text.RegularExpressions.Regex.Match(await staff.Text("/desk/codes/0xC004F213"), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        Assert.NotEmpty(token);
        // An address each, since the number of posts is bounded; the fields of a form take turns.
        var visitor = 0;
        await Each(strings.SelectMany((s, i) => forms.Select(f => (f.Path, f.Fields, Field: f.Fields[i % f.Fields.Length], Text: s))), async sent =>
        {
            var form = sent.Fields.Where(valid.ContainsKey).ToDictionary(f => f, f => valid[f]);
            if (sent.Path.StartsWith("/desk", StringComparison.Ordinal)) form["__RequestVerificationToken"] = token;
            form[sent.Field] = sent.Text;
            using var response = sent.Path.StartsWith("/desk", StringComparison.Ordinal)
                ? await staff.Send(sent.Path, form)
                : await site.Post(sent.Path, new System.Net.IPAddress(0x0B00_0000L + Interlocked.Increment(ref visitor)).ToString(), form);
            var body = await response.Content.ReadAsStringAsync();
            var isInert = response.Content.Headers.ContentType?.MediaType != "text/html" || PageMarkup.Find(body, site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)).Count == 0;
            return (int)response.StatusCode < 500 && IsOwn(response) && isInert && !response.Headers.ToString().Contains("evil=1", StringComparison.Ordinal) ? null : $"{(int)response.StatusCode} {response.Headers.Location?.OriginalString}";
        });
    }

    /// <summary>As it stands, so that dots and percent signs arrive; a question mark would begin the query.</summary>
    private static string Written(string path) => path.Replace("?", "%3F", StringComparison.Ordinal);

    private static bool IsOwn(HttpResponseMessage response) =>
        response.Headers.Location?.OriginalString is not { } target || (target.StartsWith('/') && !target.StartsWith("//", StringComparison.Ordinal) && !target.Contains('\\', StringComparison.Ordinal));

    private static IEnumerable<string> Read(string file, string property) =>
        File.ReadLines(Repository.Hostile(file)).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement.GetProperty(property).GetString()!);

    /// <param name="fault">What is wrong with the answer, or null.</param>
    private static async Task Each<T>(IEnumerable<T> cases, Func<T, Task<string?>> fault)
    {
        var faults = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (item, _) =>
        {
            if (await fault(item) is { } found) faults.Add($"{item}: {found}");
        });
        Assert.True(faults.IsEmpty, $"{faults.Count} of them, such as:\n" + string.Join('\n', faults.Take(8)));
    }
}
