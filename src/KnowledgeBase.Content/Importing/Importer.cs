using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Content.Importing;

/// <summary>Feature 126: a documentation tree of Hugo, Docusaurus or MkDocs → a content folder of this site. Pure: files in, files out.</summary>
public static class Importer
{
    /// <summary>Most pages that are taken.</summary>
    public const int MostPages = 20_000;

    private const string LeftOut = "page left out";
    private const string TooLong = "it took too long to read";

    /// <param name="kind">Null to tell by the tree's own marks.</param>
    /// <param name="main">The language of pages that name none.</param>
    /// <param name="converted">Told after each page how many are done, of how many.</param>
    /// <returns>Null where the tree shows no mark of any of the tools.</returns>
    public static ImportResult? Run(IReadOnlyList<ImportFile> files, ImportKind? kind, Locale main, Action<int, int>? converted = null)
    {
        if ((kind ?? ImportTree.Detect([.. files.Select(f => f.Path)])) is not { } tool) return null;
        var findings = new ImportFindings();
        var pages = Pages(files, tool, main, findings);
        var places = Places(pages);
        var links = new ImportLinks(files.ToDictionary(f => f.Path), pages, places.ToDictionary(p => p.Key, p => p.Value.Id));
        var texts = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var done = 0;
        Parallel.ForEach(pages, page =>
        {
            var (category, id) = places[page.Key];
            var text = Twice(() => Article(page, new ImportBody(page, links, findings).Convert()));
            if (text is null) findings.Add(LeftOut, TooLong, page.Source.Path);
            else if (Encoding.UTF8.GetByteCount(text) > TextFile.DefaultLimit) findings.Add(LeftOut, "it is too large", page.Source.Path);
            else texts[$"articles/{category}/{id}.{page.Locale.Tag}.md"] = text;
            converted?.Invoke(Interlocked.Increment(ref done), pages.Count);
        });
        var counts = Locale.All.ToDictionary(l => l.Tag, l => texts.Keys.Count(k => k.EndsWith($".{l.Tag}.md", StringComparison.Ordinal)));
        texts["categories.yaml"] = Categories(places.Values.Select(p => p.Category).Distinct().Order(StringComparer.Ordinal), pages);
        texts["site.yaml"] = $"name:\n  ja: {Quote("取り込んだ文書")}\n  en: {Quote("Imported documentation")}\ndefault-language: {main.Tag}\n";
        return new(tool, texts, links.Pictures, counts, findings.All);
    }

    /// <summary>A pattern that runs out of its time is a hostile page, or a machine that had no time for it: the second try tells.</summary>
    /// <returns>Null where both took too long.</returns>
    internal static T? Twice<T>(Func<T> read) where T : class
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            try
            {
                return read();
            }
            catch (RegexMatchTimeoutException)
            {
                // Once more, or left out.
            }
        }

        return null;
    }

    private static List<ImportPage> Pages(IReadOnlyList<ImportFile> files, ImportKind kind, Locale main, ImportFindings findings)
    {
        var (pages, byKey) = (new List<ImportPage>(), new Dictionary<(string, Locale), ImportPage>());
        // English first: where the structure is the same, the other language takes its anchors.
        foreach (var file in files.Where(f => f.Text is not null).Select(f => (Source: f, Place: ImportTree.Place(kind, f.Path, main))).Where(f => f.Place is not null).OrderBy(f => f.Place!.Value.Locale == Locale.En ? 0 : 1).ThenBy(f => f.Source.Path, StringComparer.Ordinal))
        {
            var (locale, key, folder) = file.Place!.Value;
            var page = file.Source.Size > TextFile.DefaultLimit ? null : Twice(() => Page(key, locale, file.Source, folder, byKey.GetValueOrDefault((key, locale.Other)), findings));
            if (page is null) findings.Add(LeftOut, file.Source.Size > TextFile.DefaultLimit ? "it is too large" : TooLong, file.Source.Path);
            else if (page.Front.IsDraft) findings.Add(LeftOut, "it is a draft", file.Source.Path);
            else if (byKey.ContainsKey((key, locale))) findings.Add(LeftOut, "another page has its name", file.Source.Path);
            else if (pages.Count == MostPages) findings.Add(LeftOut, $"there are more than {MostPages}", file.Source.Path);
            else pages.Add(byKey[(key, locale)] = page);
        }

        return pages;
    }

    private static ImportPage Page(string key, Locale locale, ImportFile source, string folder, ImportPage? other, ImportFindings findings)
    {
        var front = ImportFrontMatter.Read(source.Text!, source.Path, findings);
        return new(key, locale, source, folder) { Front = front, Headings = ImportHeading.Read(front.Body, other?.Headings) };
    }

    /// <summary>Key of each page → its category (the first folder, below one that holds everything) and its id.</summary>
    private static Dictionary<string, (string Category, string Id)> Places(List<ImportPage> pages)
    {
        var keys = pages.Select(p => p.Key).Distinct().Order(StringComparer.Ordinal).ToList();
        var everything = keys.Where(k => k.Contains('/', StringComparison.Ordinal)).GroupBy(k => k.Split('/')[0]).FirstOrDefault(g => g.Count() * 10 > keys.Count * 8)?.Key;
        var (taken, places) = (new HashSet<string>(), new Dictionary<string, (string, string)>());
        foreach (var key in keys)
        {
            var inside = everything is not null && (key == everything || key.StartsWith(everything + "/", StringComparison.Ordinal)) ? key[everything.Length..].TrimStart('/') : key;
            var category = inside.Contains('/', StringComparison.Ordinal) ? ImportNames.Slug(inside.Split('/')[0]) : "";
            places[key] = (category.Length == 0 ? "general" : category, ImportNames.Free(inside, "start", taken));
        }

        return places;
    }

    private static string Article(ImportPage page, string body)
    {
        var front = page.Front;
        var title = front.Title ?? page.Headings.FirstOrDefault(h => h.Level == 1)?.Text ?? ImportNames.Title(page.Key.Split('/')[^1]);
        var text = new StringBuilder("---\n").Append("title: ").Append(Quote(Plain(title))).Append('\n');
        if (front.Summary is { } summary) text.Append("summary: ").Append(Quote(Short(Plain(summary)))).Append('\n');
        if (front.Published is { } published) text.Append(CultureInfo.InvariantCulture, $"published: {published:yyyy-MM-dd}\n");
        if (front.Updated is { } updated) text.Append(CultureInfo.InvariantCulture, $"updated: {updated:yyyy-MM-dd}\n");
        if (front.Author is { } author) text.Append("author: ").Append(Quote(Plain(author))).Append('\n');
        return text.Append("---\n\n").Append(body).ToString();
    }

    private static string Categories(IEnumerable<string> ids, List<ImportPage> pages)
    {
        var text = new StringBuilder();
        foreach (var id in ids)
        {
            // The page of the folder itself carries its name.
            string Name(Locale locale) => pages.FirstOrDefault(p => p.Locale == locale && ImportNames.Slug(p.Key.Split('/')[^1]) == id && p.IsIndex)?.Front.Title ?? ImportNames.Title(id);
            text.Append(CultureInfo.InvariantCulture, $"- id: {id}\n  title:\n    ja: {Quote(Plain(Name(Locale.Ja)))}\n    en: {Quote(Plain(Name(Locale.En)))}\n");
        }

        return text.ToString();
    }

    private static string Plain(string text) => string.Join(' ', text.Replace("`", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Short(string text)
    {
        const int most = 120;
        if (text.Length <= most) return text;
        var end = text.LastIndexOfAny(['。', '.'], most - 1);
        if (end > 40) return text[..(end + 1)];
        return text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";
    }

    /// <summary>A YAML text in double quotes.</summary>
    private static string Quote(string text) => $"\"{string.Concat(text.Select(c => c switch { '"' => "\\\"", '\\' => "\\\\", < ' ' => " ", _ => c.ToString() }))}\"";
}
