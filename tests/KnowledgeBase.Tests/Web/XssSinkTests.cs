using System.Collections.Concurrent;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using KnowledgeBase.Site;
using KnowledgeBase.Tests.Content.Markdown;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web;

/// <summary>SEC-1: every script injection of the hostile set as title, summary, heading, step, code text, term, question, answer and
/// query, on every page and in every answer that shows them.</summary>
public sealed class XssSinkTests : IAsyncLifetime
{
    private const int EachGuide = 40;

    // Characters; the parser takes 256 KB.
    private const int MostTerms = 200_000;

    private static readonly JsonSerializerOptions s_quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SampleHost _site = new();
    private readonly List<string> _payloads = [.. File.ReadLines(Repository.Hostile("xss-markdown.jsonl")).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("markdown").GetString()!).Where(p => p.Trim().Length > 0 && !p.Contains('\0')).Distinct()];
    private readonly ConcurrentBag<string> _faults = [];
    private string _origin = "";

    public async Task InitializeAsync()
    {
        for (var i = 0; i < _payloads.Count; i++)
        {
            var (text, line) = (Quoted(i), _payloads[i].ReplaceLineEndings(" "));
            _site.Content.Write($"articles/activation/xss-{i}.en.md", $"---\ntitle: {text}\nsummary: {text}\nauthor: {text}\n---\n\nzqxss {line}\n\n## {line} {{#part}}\n\n::: steps\n1. {line}\n:::\n\n| a |\n|---|\n| {line.Replace("|", "\\|")} |\n\n::: faq\n### {line}\n{line}\n:::\n");
        }

        // As many as one file may hold.
        var glossary = new System.Text.StringBuilder(_site.Content.Read("glossary.yaml"));
        for (var i = 0; i < _payloads.Count; i++)
        {
            var term = $"- id: xss-{i}\n  ja: {Quoted(i)}\n  en: {Quoted(i)}\n  reading: えっくす{i}\n  meaning: {{ja: {Quoted(i)}, en: {Quoted(i)}}}\n";
            if (glossary.Length + term.Length < MostTerms) glossary.Append(term);
        }

        _site.Content.Write("glossary.yaml", glossary.ToString());
        for (var i = 0; i < _payloads.Count; i += 8)
            _site.Content.Write($"codes/0xC0DE{i / 8:X4}.yaml", $"symbol: XSS_{i}\narea: hardware-change\nevidence: documented\ntitle: {Both(i)}\nmeaning: {Both(i + 1)}\nwho: {Both(i + 2)}\nfirst: {{text: {Both(i + 3)}}}\nappears:\n  - {Both(i + 4)}\ncases:\n  - id: one\n    who: {Both(i + 5)}\n    cause: {Both(i + 6)}\n    remedy: {Both(i + 7)}\nupdated: 2026-11-21\n");
        for (var g = 0; g * EachGuide * 4 < _payloads.Count; g++)
            _site.Content.Write($"guides/xss-{g}.yaml", Guide(g));
        await _site.InitializeAsync();
        _origin = _site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_site).DisposeAsync();

    [Fact(DisplayName = "Feature 105, SEC-1: no script injection is active as title, tag, heading, step, code text, term, question, answer, search hit, query, JSON-LD, feed or API text")]
    public async Task NothingIsActive()
    {
        var content = _site.Services.GetRequiredService<CurrentSite>().Snapshot.Content;
        var articles = content.Articles.Where(a => a.Id.Value.StartsWith("xss-", StringComparison.Ordinal)).ToDictionary(a => a.Id.Value);
        // What is refused is never shown; nearly all are taken.
        Assert.InRange(articles.Count, _payloads.Count * 0.9, _payloads.Count);
        var guides = content.Guides.Where(g => g.Id.StartsWith("xss-", StringComparison.Ordinal)).ToList();
        var codes = content.Codes.Where(c => c.Code.Hex.StartsWith("0xC0DE", StringComparison.Ordinal)).ToList();
        Assert.True(guides.Count > 0 && codes.Count >= _payloads.Count / 10 && content.Glossary.Count > 80, $"{guides.Count} guides, {codes.Count} codes, {content.Glossary.Count} terms");

        var pages = new List<string> { "/en", "/ja", "/en/glossary", "/ja/glossary", "/en/categories/activation", "/ja/categories/activation", "/en/codes", "/en/changes", "/en/search?q=zqxss" };
        pages.AddRange(articles.Keys.Select(id => $"/en/articles/{id}"));
        pages.AddRange(codes.SelectMany(c => new[] { $"/en/codes/{c.Code.Hex}", $"/ja/codes/{c.Code.Hex}" }));
        pages.AddRange(guides.SelectMany(g => Enumerable.Range(0, g.Nodes.Count).Select(n => $"/en/guides/{g.Id}?{string.Join('&', Enumerable.Range(0, n).Select(k => $"q{k}=a"))}").Append($"/en/guides/{g.Id}/map").Append($"/ja/guides/{g.Id}/map")));
        pages.AddRange(_payloads.Where(p => p.Length < 2000).Select(p => "/en/search?q=" + Uri.EscapeDataString(p)));
        await Each(pages, Page);
        await Each(articles.Keys, Api);
        await Each(["/en/feed.xml", "/ja/feed.xml", "/sitemap.xml"], Feed);
        Assert.True(_faults.IsEmpty, $"{_faults.Count} of {pages.Count} pages and {articles.Count} answers, such as:\n" + string.Join('\n', _faults.Take(10)));
    }

    private async Task Page(string path)
    {
        using var response = await Answer(path);
        var html = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType != "text/html") _faults.Add($"{path}: {(int)response.StatusCode}");
        foreach (var found in PageMarkup.Find(html, _origin)) _faults.Add($"{path}: {found}");
        if (!path.StartsWith("/en/articles/xss-", StringComparison.Ordinal)) return;
        var title = new HtmlParser().ParseDocument(html).QuerySelector("h1")?.TextContent ?? "";
        var expected = _payloads[int.Parse(path["/en/articles/xss-".Length..], System.Globalization.CultureInfo.InvariantCulture)];
        if (Plain(title) != Plain(expected)) _faults.Add($"{path}: the title came out as {title}");
    }

    private async Task Api(string id)
    {
        using var response = await Answer($"/api/articles/{id}?lang=en");
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        if (response.Content.Headers.ContentType?.MediaType != "application/json" || !response.Headers.TryGetValues("X-Content-Type-Options", out _)) _faults.Add($"{id}: the answer is not plain JSON");
        if (Plain(json.RootElement.GetProperty("title").GetString()!) != Plain(_payloads[int.Parse(id["xss-".Length..], System.Globalization.CultureInfo.InvariantCulture)])) _faults.Add($"{id}: the API has another title");
    }

    private async Task Feed(string path)
    {
        using var response = await Answer(path);
        var xml = XDocument.Parse(await response.Content.ReadAsStringAsync());
        foreach (var element in xml.Descendants())
        {
            if (element.Name.NamespaceName is not ("http://www.w3.org/2005/Atom" or "http://www.sitemaps.org/schemas/sitemap/0.9" or "http://www.w3.org/1999/xhtml")) _faults.Add($"{path}: {element.Name}");
            if (element.Attribute("type")?.Value is "html" or "xhtml" && ActiveMarkup.Find(element.Value) is { Count: > 0 } found) _faults.Add($"{path}: {found[0]}");
        }
    }

    private async Task<HttpResponseMessage> Answer(string path)
    {
        var response = await _site.GetRaw(path);
        for (var i = 0; i < 3 && response.StatusCode is HttpStatusCode.Found or HttpStatusCode.MovedPermanently or HttpStatusCode.SeeOther; i++)
        {
            var next = response.Headers.Location!.OriginalString;
            response.Dispose();
            response = await _site.GetRaw(next.Split('#')[0]);
        }

        return response;
    }

    private Task Each(IEnumerable<string> cases, Func<string, Task> look) =>
        Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (item, _) => await look(item));

    private string Guide(int number)
    {
        var questions = Enumerable.Range(0, EachGuide).Select(q => (q, First: ((number * EachGuide) + q) * 4)).Where(q => q.First < _payloads.Count).ToList();
        return $"id: xss-{number}\ntitle: {Both(number)}\nsummary: {Both(number)}\nstart: q0\nquestions:\n"
            + string.Concat(questions.Select(q => $"  q{q.q}:\n    ask: {Both(q.First)}\n    help: {Both(q.First + 1)}\n    answers:\n      a: {{label: {Both(q.First + 2)}, to: {(q.q + 1 < questions.Count ? $"q{q.q + 1}" : "end")}, note: {Both(q.First + 3)}}}\n      unknown: {{label: {Both(q.First + 2)}, to: end}}\n"))
            + $"outcomes:\n  end:\n    title: {Both(number)}\n    note: {Both(number + 1)}\n    procedure: fix-0xc004f211#steps\n";
    }

    private string Both(int i) => $"{{ja: {Quoted(i)}, en: {Quoted(i)}}}";

    /// <summary>As a quoted text of YAML.</summary>
    private string Quoted(int i) => JsonSerializer.Serialize(_payloads[i % _payloads.Count], s_quoted).Replace("\u2028", "\\u2028", StringComparison.Ordinal).Replace("\u2029", "\\u2029", StringComparison.Ordinal);

    // Marks that turn the direction of text are taken out of titles, and HTML has no way to write some controls.
    private static string Plain(string text) => new([.. text.Where(c => c is > ' ' and < '\x7f')]);
}
