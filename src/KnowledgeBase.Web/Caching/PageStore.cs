using System.Collections.Concurrent;
using KnowledgeBase.Site;

namespace KnowledgeBase.Web.Caching;

/// <summary>Pages of the live snapshot as bytes; emptied when the next one is published.</summary>
public sealed class PageStore
{
    /// <summary>Most bytes of plain HTML that are kept (compressed forms add about a third). The content bounds the number of
    /// addresses, but a visitor could ask for many spellings of them: past this, pages are rendered each time.</summary>
    public const long MostBytes = 256L * 1024 * 1024;

    private volatile Shelf _shelf = new(0, null);

    public PageStore(CurrentSite site)
    {
        if (site.HasSnapshot) _shelf = new(site.Snapshot.Info.Generation, null);
        site.Published += s => _shelf = new(s.Info.Generation, _shelf);
    }

    /// <summary>The page as it is live, or null.</summary>
    public StoredPage? Find(PageAddress address) => _shelf.Pages.GetValueOrDefault(address);

    /// <summary>Keeps a page, unless a newer snapshot is live or the store is full.</summary>
    public void Keep(PageAddress address, StoredPage page)
    {
        var shelf = _shelf;
        if (page.Generation != shelf.Generation) return;
        // Most pages are the same after an edit of another one: what was compressed for them is taken over.
        if (shelf.Before?.Pages.GetValueOrDefault(address) is { } twin) page.Adopt(twin);
        if (Interlocked.Add(ref shelf.Bytes, page.Html.Length) > MostBytes || !shelf.Pages.TryAdd(address, page))
            Interlocked.Add(ref shelf.Bytes, -page.Html.Length);
    }

    /// <summary>Addresses that readers asked for before the live snapshot was published and not since.</summary>
    public IReadOnlyList<PageAddress> Wanted()
    {
        var shelf = _shelf;
        return shelf.Before is not { } before ? [] : [.. before.Pages.Keys.Where(a => !shelf.Pages.ContainsKey(a))];
    }

    /// <summary>At most so many pages that are read often and not yet as small as they could be.</summary>
    public IReadOnlyList<StoredPage> Large(int most) => [.. _shelf.Pages.Values.Where(p => p.IsOftenRead && !p.IsSmall).Take(most)];

    /// <summary>Forgets the pages of the snapshot before.</summary>
    public void ForgetOld() => _shelf.Before = null;

    private sealed class Shelf(int generation, Shelf? before)
    {
        public readonly ConcurrentDictionary<PageAddress, StoredPage> Pages = new();
        public readonly int Generation = generation;
        public volatile Shelf? Before = Emptied(before);
        public long Bytes;

        // One step back is enough, and a chain would never end.
        private static Shelf? Emptied(Shelf? shelf)
        {
            if (shelf is not null) shelf.Before = null;
            return shelf;
        }
    }
}
