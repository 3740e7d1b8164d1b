using System.Globalization;
using System.Reflection;
using System.Text.Json;
using KnowledgeBase.Content;

namespace KnowledgeBase.Cli.Exporting;

/// <summary>Writes a running site as plain files: every page that its own links lead to, styles, pictures, and a search that needs no
/// server.</summary>
internal sealed class StaticExport(Uri site, string target) : IDisposable
{
    private const int MostPages = 100_000;

    private static readonly string[] s_leftOut = ["/api/", "/desk", "/edit", "/admin", "/account", "/_", "/openapi", "/health", "/go/", "/a/", "/c/", "/g/", "/opensearch.xml", "/sitemap.xml", "/not-found", "/error"];

    private static readonly JsonSerializerOptions s_data = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site, Timeout = TimeSpan.FromSeconds(30) };
    private readonly Dictionary<string, ExportPage> _pages = [];
    private readonly Dictionary<string, byte[]> _files = [];
    private readonly Dictionary<string, string> _moved = [];
    private readonly HashSet<string> _missing = [];

    /// <summary>Pages and other files written, and paths that were linked to and are not there.</summary>
    /// <param name="told">How many paths are fetched, of how many that are known.</param>
    public async Task<(int Pages, int Files, IReadOnlyCollection<string> Missing)> Run(Action<int, int> told, CancellationToken cancellation)
    {
        var seen = new HashSet<string>(Locale.All.Select(l => "/" + l.Tag).Concat(Locale.All.Select(l => string.Concat("/", l.Tag, "/search"))));
        var next = new Queue<string>(seen);
        while (next.TryDequeue(out var path) && seen.Count < MostPages)
        {
            foreach (var link in await Fetch(path, cancellation))
                if (IsTaken(link) && seen.Add(link)) next.Enqueue(link);
            told(seen.Count - next.Count, seen.Count);
        }

        foreach (var (path, page) in _pages) Write(ExportPaths.File(path), page.Write(IsKnown));
        foreach (var (path, bytes) in _files) Write(ExportPaths.File(path), bytes);
        foreach (var (from, to) in _moved.Where(m => IsKnown(m.Value))) Write(ExportPaths.File(from), Forward(ExportPaths.Relative(ExportPaths.File(from), ExportPaths.File(to))));
        Write("index.html", Forward($"{Locale.All[0].Tag}/index.html", [.. Locale.All.Select(l => $"{l.Tag}/index.html")]));
        foreach (var locale in Locale.All) Write($"search-data.{locale.Tag}.js", SearchData(locale));
        using var script = Assembly.GetExecutingAssembly().GetManifestResourceStream("static-search.js")!;
        using var reader = new StreamReader(script);
        Write("static-search.js", await reader.ReadToEndAsync(cancellation));
        return (_pages.Count, _files.Count, _missing);
    }

    public void Dispose() => _http.Dispose();

    private async Task<IEnumerable<string>> Fetch(string path, CancellationToken cancellation)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellation);
        if ((int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } location)
        {
            var to = new Uri(new Uri(site, path), location).AbsolutePath;
            _moved[path] = to;
            return [to];
        }

        var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html";
        // A code that is known by name only answers 200 with a page; what is missing is not written.
        if (!answer.IsSuccessStatusCode)
        {
            _missing.Add(path);
            return [];
        }

        if (!isPage)
        {
            _files[path] = await answer.Content.ReadAsByteArrayAsync(cancellation);
            return [];
        }

        var page = new ExportPage(path, await answer.Content.ReadAsStringAsync(cancellation), site);
        _pages[path] = page;
        return page.Links();
    }

    private bool IsKnown(string path) => _pages.ContainsKey(path) || _files.ContainsKey(path) || (_moved.TryGetValue(path, out var to) && to != path && IsKnown(to));

    private static bool IsTaken(string path) => !s_leftOut.Any(l => path.StartsWith(l, StringComparison.Ordinal));

    /// <summary>A script instead of JSON: pages opened from a folder may load scripts, but read no files.</summary>
    private string SearchData(Locale locale)
    {
        string[] kinds = ["articles", "codes", "guides", "glossary"];
        var pages = _pages.Where(p => p.Key.Split('/') is ["", var tag, var kind, ..] parts && tag == locale.Tag && kinds.Contains(kind) && (parts.Length == 4 || kind == "glossary"))
            .Select(p => new[] { ExportPaths.Relative($"{locale.Tag}/search/index.html", ExportPaths.File(p.Key)), p.Value.Title, p.Value.Text });
        // No `<` in it: it stays data wherever it is put.
        return $"window.kbSearch = {JsonSerializer.Serialize(pages, s_data)};\n";
    }

    private static string Forward(string to, params IReadOnlyList<string> others) => string.Create(CultureInfo.InvariantCulture, $"""
        <!DOCTYPE html>
        <html lang="{Locale.All[0].Tag}"><head><meta charset="utf-8" /><meta http-equiv="refresh" content="0; url={to}" /><title>→</title></head>
        <body><p>{string.Join(" · ", (others.Count > 0 ? others : [to]).Select(o => $"<a href=\"{o}\">{o}</a>"))}</p></body></html>

        """);

    private void Write(string file, string text) => Write(file, System.Text.Encoding.UTF8.GetBytes(text));

    private void Write(string file, byte[] bytes)
    {
        var place = Path.GetFullPath(Path.Combine(target, file));
        // The site's own addresses lead nowhere else; a broken proxy in between might.
        if (!place.StartsWith(Path.GetFullPath(target) + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.WriteAllBytes(place, bytes);
    }
}
