using System.Collections.Concurrent;
using KnowledgeBase.Site;

namespace KnowledgeBase.Web.Caching;

/// <summary>Pages of the live snapshot as bytes; emptied when the next one is published.</summary>
public sealed class PageStore
{
    /// <summary>Addresses are bounded by the content, but a visitor could ask for many spellings: past this nothing is kept.</summary>
    public const int MostPages = 50_000;

    private volatile ConcurrentDictionary<string, StoredPage> _pages = new(StringComparer.Ordinal);

    public PageStore(CurrentSite site) => site.Published += _ => _pages = new(StringComparer.Ordinal);

    /// <param name="key">The whole address of the page, host included where pages name it.</param>
    /// <param name="site">Only a page of this snapshot is returned.</param>
    public StoredPage? Find(string key, SiteSnapshot site) =>
        _pages.TryGetValue(key, out var page) && page.Generation == site.Info.Generation ? page : null;

    public void Keep(string key, StoredPage page)
    {
        var pages = _pages;
        if (pages.Count < MostPages) pages[key] = page;
    }
}
