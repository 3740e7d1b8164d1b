using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Site.Editing;

/// <summary>Asks the history after each change which translations mislead readers, and lets the site say so. Readers never wait for
/// it: pages are first shown with what was known before.</summary>
public sealed partial class TranslationWatch(CurrentSite site, Translations translations, SiteRebuilder rebuilder, PendingCommits commits, ILogger<TranslationWatch> log) : BackgroundService
{
    private readonly SemaphoreSlim _changed = new(1, 1);

    /// <summary>Asks once, and publishes what is new.</summary>
    /// <returns>True where readers see something else now.</returns>
    public async Task<bool> Run(CancellationToken cancellation = default)
    {
        var seen = site.Snapshot;
        var stale = await translations.Stale(seen, cancellation);
        return rebuilder.Amend(now => now.Info.Revision == seen.Info.Revision && !Equal(now.Stale, stale) ? now.With(stale) : null);
    }

    public override void Dispose()
    {
        _changed.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        site.Published += OnPublished;
        commits.Committed += Tell;
        try
        {
            while (true)
            {
                await _changed.WaitAsync(stoppingToken);
                await Look(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The site stops.
        }
        finally
        {
            site.Published -= OnPublished;
            commits.Committed -= Tell;
        }
    }

    private async Task Look(CancellationToken cancellation)
    {
        try
        {
            await Run(cancellation);
        }
#pragma warning disable CA1031 // A banner is not worth the site: whatever the history holds, pages stay up without it.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Unknown(log, e);
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The history does not tell which translations are stale; readers are not warned")]
    private static partial void Unknown(ILogger logger, Exception exception);

    private void OnPublished(SiteSnapshot snapshot) => Tell();

    private void Tell()
    {
        try
        {
            if (_changed.CurrentCount == 0) _changed.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // It is coming anyway, or the site has stopped.
        }
    }

    private static bool Equal<TKey>(IReadOnlyDictionary<TKey, StaleTranslation> one, IReadOnlyDictionary<TKey, StaleTranslation> other) where TKey : notnull =>
        one.Count == other.Count && one.All(p => other.TryGetValue(p.Key, out var same) && same.Since == p.Value.Since && same.What.SequenceEqual(p.Value.What) && same.SectionIds.SequenceEqual(p.Value.SectionIds));
}
