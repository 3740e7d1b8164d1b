using System.Diagnostics.CodeAnalysis;
using KnowledgeBase.Site;
using KnowledgeBase.Web.Endpoints;

namespace KnowledgeBase.Web.Caching;

/// <summary>Renders pages before readers ask for them: after the start what the sitemap lists, after a change of the content what was
/// read before it. Pages that are read often are compressed as far as it goes.</summary>
public sealed class PagePrebuilding : IDisposable
{
    // A site with more pages renders the rest when they are asked for.
    private const int MostPages = 2000;
    private const int ShrunkAtOnce = 20;

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(10);

    private readonly CurrentSite _site;
    private readonly PageStore _store;
    private readonly SemaphoreSlim _published = new(0);

    private readonly TimeProvider _clock;

    public PagePrebuilding(CurrentSite site, PageStore store, TimeProvider clock)
    {
        (_site, _store, _clock) = (site, store, clock);
        site.Published += Wake;
    }

    /// <summary>Goes on until cancelled.</summary>
    /// <param name="client">Asks this site itself.</param>
    /// <param name="host">Host that readers name.</param>
    [SuppressMessage("Design", "CA1031", Justification = "A page that fails here fails visibly when a reader asks for it.")]
    public async Task Run(HttpClient client, string host, CancellationToken stop)
    {
        try
        {
            await Ask(client, [.. Sitemap.Addresses(_site.Snapshot).Take(MostPages).Select(p => new PageAddress(host, p))], stop);
            GiveBack();
            while (true)
            {
                if (await _published.WaitAsync(s_look, stop))
                {
                    await Ask(client, [.. _store.Wanted().Take(MostPages)], stop);
                    _store.ForgetOld();
                }

                foreach (var page in _store.Large(ShrunkAtOnce)) page.Shrink();
            }
        }
        catch (Exception)
        {
            // The end of the site, or an address that cannot be reached from here: pages are made when they are asked for.
        }
    }

    public void Dispose()
    {
        _site.Published -= Wake;
        _published.Dispose();
    }

    private async Task Ask(HttpClient client, IReadOnlyList<PageAddress> pages, CancellationToken stop)
    {
        foreach (var page in pages)
        {
            if (page.Host.StartsWith("https:", StringComparison.Ordinal)) continue;
            var began = _clock.GetTimestamp();
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(page.Path, UriKind.Relative));
            request.Headers.Host = page.Host;
            request.Headers.AcceptEncoding.ParseAdd("br");
            using var response = await client.SendAsync(request, stop);
            await response.Content.CopyToAsync(Stream.Null, stop);
            // Half of the time is left to readers, and more of it the busier the machine is.
            await Task.Delay(_clock.GetElapsedTime(began), _clock, stop);
        }
    }

    // Reading, indexing and rendering everything once leaves more behind than it keeps, and a site that is only read makes too little
    // garbage for the runtime to look for it. Once, after the start: a pause of a tenth of a second is no matter then.
    private static void GiveBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private void Wake(SiteSnapshot snapshot) => _published.Release();
}
