using System.Collections.Concurrent;
using KnowledgeBase.Site;

namespace KnowledgeBase.Web.Caching;

/// <summary>Pages of the live snapshot as bytes; emptied when the next one is published.</summary>
public sealed class PageStore
{
    /// <summary>Most bytes of plain HTML that are kept (compressed forms add about a third). The content bounds the number of
    /// addresses, but a visitor could ask for many spellings of them: past this, pages are rendered each time.</summary>
    public const long MostBytes = 256L * 1024 * 1024;

    private volatile Shelf _shelf = new();

    public PageStore(CurrentSite site) => site.Published += _ => _shelf = new();

    /// <param name="key">The whole address of the page, host included where pages name it.</param>
    /// <param name="site">Only a page of this snapshot is returned.</param>
    public StoredPage? Find(string key, SiteSnapshot site) =>
        _shelf.Pages.TryGetValue(key, out var page) && page.Generation == site.Info.Generation ? page : null;

    public void Keep(string key, StoredPage page)
    {
        var shelf = _shelf;
        if (Interlocked.Add(ref shelf.Bytes, page.Html.Length) > MostBytes || !shelf.Pages.TryAdd(key, page))
            Interlocked.Add(ref shelf.Bytes, -page.Html.Length);
    }

    private sealed class Shelf
    {
        public readonly ConcurrentDictionary<string, StoredPage> Pages = new(StringComparer.Ordinal);
        public long Bytes;
    }
}
