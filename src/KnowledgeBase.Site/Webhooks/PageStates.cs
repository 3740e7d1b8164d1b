using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Webhooks;

/// <summary>Which pages there are and which text each has: two of these tell what was published between them.</summary>
public sealed class PageStates
{
    private readonly List<PageState> _pages;

    private PageStates(IEnumerable<PageState> pages) =>
        _pages = [.. pages.OrderBy(p => p.Kind, StringComparer.Ordinal).ThenBy(p => p.Id, StringComparer.Ordinal).ThenBy(p => p.Lang, StringComparer.Ordinal)];

    /// <summary>By kind, name and language.</summary>
    public IReadOnlyList<PageState> All => _pages;

    public static PageStates Of(SiteSnapshot site)
    {
        var articles = site.Content.Articles.Select(a => new PageState("article", a.Locale.Tag, a.Id.Value, a.Revision));
        var codes = site.Content.Codes.Select(c => new PageState("code", "", c.Code.Hex, c.Revision));
        var guides = site.Content.Guides.Select(g => new PageState("guide", "", g.Id, g.Revision));
        return new(articles.Concat(codes.Concat(guides).SelectMany(p => Locale.All.Select(l => p with { Lang = l.Tag }))));
    }

    /// <summary>What <see cref="Text"/> wrote; lines of another form are left out.</summary>
    public static PageStates Parse(string text) =>
        new(text.Split('\n').Select(l => l.Split(' ') is [var kind, var lang, var id, var revision] ? new PageState(kind, lang, id, revision) : null).OfType<PageState>());

    /// <summary>One line for each page.</summary>
    public string Text() => string.Join('\n', _pages.Select(p => $"{p.Kind} {p.Lang} {p.Id} {p.Revision}"));

    /// <summary>The content's revision and all pages in 12 hex digits: a page whose time has come changes it, though no file did.</summary>
    public string Id(string revision) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{revision}\n{Text()}")).AsSpan(0, 6));

    /// <summary>What became of the pages since an earlier state.</summary>
    public IEnumerable<PageChange> Since(PageStates before)
    {
        var (now, then) = (ByName(), before.ByName());
        foreach (var page in _pages)
            if (!then.TryGetValue(page with { Revision = "" }, out var old)) yield return new(page, "added");
            else if (old != page) yield return new(page, "changed");
        foreach (var page in before._pages)
            if (!now.ContainsKey(page with { Revision = "" })) yield return new(page, "removed");
    }

    private Dictionary<PageState, PageState> ByName() => _pages.ToDictionary(p => p with { Revision = "" });
}
