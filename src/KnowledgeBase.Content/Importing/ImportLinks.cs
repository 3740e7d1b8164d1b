namespace KnowledgeBase.Content.Importing;

/// <summary>Leads the links and pictures of an imported tree to where their targets stand now.</summary>
internal sealed class ImportLinks
{
    private static readonly string[] s_pictures = [".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"];
    private static readonly string[] s_endings = [".md", ".mdx", ".markdown", ".html"];
    private static readonly string[] s_publicFolders = ["static", "public", "assets", "docs", "website/static"];

    private readonly IReadOnlyDictionary<string, ImportFile> _files;
    private readonly Dictionary<string, string> _ids;
    private readonly Dictionary<(string, Locale), ImportPage> _pages;
    private readonly Dictionary<string, string> _bySlug = [];
    private readonly Dictionary<string, string> _pictures = [];
    private readonly HashSet<string> _names = [];
    private readonly Lock _lock = new();

    /// <param name="ids">Key of each page → its id here.</param>
    public ImportLinks(IReadOnlyDictionary<string, ImportFile> files, IEnumerable<ImportPage> pages, Dictionary<string, string> ids)
    {
        (_files, _ids) = (files, ids);
        _pages = pages.DistinctBy(p => (p.Key, p.Locale)).ToDictionary(p => (p.Key, p.Locale));
        foreach (var page in _pages.Values.Where(p => p.Front.Slug is not null))
            _bySlug.TryAdd(Join(Parent(page.Key), page.Front.Slug!).ToLowerInvariant(), page.Key);
    }

    /// <summary>Path here → path in the tree, of every picture that a page shows.</summary>
    public IReadOnlyDictionary<string, string> Pictures => _pictures.ToDictionary(p => p.Value, p => p.Key);

    /// <summary>The address of a link as it is written here, or null where its target is not in the tree.</summary>
    public string? Page(ImportPage from, string link)
    {
        if (link.StartsWith('#')) return Anchor(from, link[1..]) is { } own ? "#" + own : null;
        if (link.StartsWith("//", StringComparison.Ordinal)) return "https:" + link;
        if (link.Contains("://", StringComparison.Ordinal)) return Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? link : null;
        var (path, anchor) = Split(link);
        if (path.Contains(':', StringComparison.Ordinal)) return null;
        if (Candidates(from, Unescape(path)).Select(Known).FirstOrDefault(k => k is not null) is not { } key) return null;
        var target = _pages.GetValueOrDefault((key, from.Locale)) ?? _pages.GetValueOrDefault((key, from.Locale.Other));
        var id = anchor is null || target is null ? null : Anchor(target, anchor);
        return ContentLinks.Permanent(_ids[key], id);
    }

    /// <summary>The place of a picture relative to an article, or null where it is not in the tree or no picture that is shown.</summary>
    public string? Picture(ImportPage from, string link)
    {
        var (path, _) = Split(link);
        if (path.Contains(':', StringComparison.Ordinal) || path.StartsWith("//", StringComparison.Ordinal)) return null;
        if (!s_pictures.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)) return null;
        var plain = Unescape(path);
        IEnumerable<string> places = plain.StartsWith('/')
            ? s_publicFolders.Select(f => Join(f, plain)).Concat(s_publicFolders.Select(f => Join(f, Unprefixed(plain)))).Append(plain.TrimStart('/'))
            : Near(from, plain).Concat(s_publicFolders.Select(f => Join(f, plain)));
        if (plain.StartsWith('/')) places = places.Concat(Near(from, plain));
        if (places.FirstOrDefault(_files.ContainsKey) is not { } file || _files[file].Size > ContentReader.MediaLimit) return null;
        lock (_lock)
        {
            if (!_pictures.TryGetValue(file, out var name))
            {
                var ending = System.IO.Path.GetExtension(file).ToLowerInvariant();
                _pictures[file] = name = $"media/{ImportNames.Free(file[..^ending.Length], "picture", _names)}{ending}";
            }

            return "../../" + name;
        }
    }

    /// <summary>Text of another file of the tree that a page takes in; null where it is not there.</summary>
    public string? Included(ImportPage from, string path) =>
        new[] { Join(from.Folder, path), Join(Root(from), path), Join(Parent(Root(from)), path), path.TrimStart('/') }.Select(p => _files.GetValueOrDefault(p)?.Text).FirstOrDefault(t => t is not null);

    // Beside the page, below its address, in the folder where its language starts; and where its translation has it.
    private IEnumerable<string> Near(ImportPage from, string path)
    {
        var pages = _pages.GetValueOrDefault((from.Key, from.Locale.Other)) is { } twin ? new[] { from, twin } : [from];
        return pages.SelectMany(p => path.StartsWith('/') ? new[] { Join(Root(p), path) } : [Join(p.Folder, path), Join(p.Folder + "/x", path), Join(Root(p), path)]);
    }

    private string? Known(string key) => _ids.ContainsKey(key) ? key : _bySlug.GetValueOrDefault(key);

    private static string? Anchor(ImportPage page, string anchor)
    {
        var wanted = Unescape(anchor);
        return page.Headings.FirstOrDefault(h => h.Was.Equals(wanted, StringComparison.OrdinalIgnoreCase) || h.Id == wanted)?.Id;
    }

    private static IEnumerable<string> Candidates(ImportPage from, string path)
    {
        var key = WithoutEnding(path);
        if (key.StartsWith('/'))
        {
            for (var rest = key.Trim('/'); ; rest = rest[(rest.IndexOf('/', StringComparison.Ordinal) + 1)..])
            {
                yield return ImportTree.Key(rest);
                // The site may live under a folder, or name the language first.
                if (!rest.Contains('/', StringComparison.Ordinal)) yield break;
            }
        }

        var folder = from.IsIndex ? from.Key : Parent(from.Key);
        yield return ImportTree.Key(Join(folder, key));
        yield return ImportTree.Key(Join(from.Key, key));
        yield return ImportTree.Key(Join(Parent(folder), key));
        yield return ImportTree.Key(key.Replace("../", "", StringComparison.Ordinal));
    }

    private static string Unprefixed(string path) => Locale.Find(path.TrimStart('/').Split('/')[0]) is null ? path : path.TrimStart('/')[2..];

    private static (string Path, string? Anchor) Split(string link)
    {
        var hash = link.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? link : link[..hash];
        var query = path.IndexOf('?', StringComparison.Ordinal);
        return (query < 0 ? path : path[..query], hash < 0 ? null : link[(hash + 1)..]);
    }

    private static string WithoutEnding(string path) => s_endings.FirstOrDefault(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase)) is { } end ? path[..^end.Length] : path;

    private static string Unescape(string text) => Uri.UnescapeDataString(text);

    private static string Parent(string path) => path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";

    // The folder in which the pages of a language start.
    private static string Root(ImportPage page)
    {
        var (folders, below) = (page.Folder.Split('/'), page.Key.Split('/').Length - (page.IsIndex ? 0 : 1));
        return string.Join('/', folders[..^Math.Min(folders.Length, page.Key.Length == 0 ? 0 : below)]);
    }

    private static string Join(string folder, string relative)
    {
        var parts = folder.Length == 0 ? [] : folder.Split('/').ToList();
        foreach (var part in relative.Split('/'))
            if (part == ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else if (part is not ("" or "." or "..")) parts.Add(part);
        return string.Join('/', parts);
    }
}
