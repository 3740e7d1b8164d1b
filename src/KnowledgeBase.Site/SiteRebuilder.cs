using KnowledgeBase.Content;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Site;

/// <summary>Keeps the snapshot in step with the content folder. A change notice is only a hint, since notices get lost when folders
/// are new: every look is a look at the whole folder, and one comes every few seconds anyway.</summary>
public sealed partial class SiteRebuilder(CurrentSite site, SiteContentFolder folder, SavedIndex index, IOptions<SiteOptions> options, TimeProvider clock, ILogger<SiteRebuilder> log)
    : BackgroundService
{
    // Long enough to catch the files of one save together, short enough to be felt as at once.
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(400);

    private Dictionary<string, ReadFile> _read = [];
    private volatile ContentHint? _hint;

    /// <summary>Reads and publishes the first snapshot.</summary>
    /// <exception cref="ContentUnusableException">Nothing could be read; every problem is listed.</exception>
    public void Start()
    {
        if (site.HasSnapshot) return;
        var files = Look();
        var snapshot = SiteBuilder.Build(files, null, clock, index);
        if (snapshot.Content.Articles.Count + snapshot.Content.Codes.Count + snapshot.Content.Guides.Count == 0)
            throw new ContentUnusableException(folder.Path, snapshot.Content.Diagnostics);
        Publish(snapshot);
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Start();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hint = new ContentHint(folder.Path);
        _hint = hint;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await hint.WaitAsync(TimeSpan.FromSeconds(options.Value.RescanSeconds), s_quiet, s_patience, stoppingToken);
                Refresh();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The rebuild loop is one of the two places that catch everything: the last good site stays up.
            catch (Exception e)
            {
                Failed(log, e);
            }
#pragma warning restore CA1031
        }
    }

    /// <summary>Makes the running loop look at the folder now.</summary>
    public void Wake() => _hint?.Tell();

    /// <summary>Looks at the folder and publishes a new snapshot if anything changed.</summary>
    /// <returns>True when a new snapshot is live.</returns>
    public bool Refresh()
    {
        var (before, began) = (_read, clock.GetTimestamp());
        var files = Look();
        if (_read.Count == before.Count && _read.All(f => before.TryGetValue(f.Key, out var old) && ReferenceEquals(old, f.Value))) return false;
        var snapshot = SiteBuilder.Build(files, site.Snapshot, clock);
        if (snapshot.Info.Revision == site.Snapshot.Info.Revision) return false;
        Publish(snapshot);
        SiteMetrics.Rebuilt(clock.GetElapsedTime(began));
        return true;
    }

    private IReadOnlyList<ContentFile> Look()
    {
        var read = ContentFolder.Read(folder.Path, _read);
        // A refused file has no stamp and is read anew each time: keep the old value where nothing changed.
        _read = read.ToDictionary(f => f.Content.Path, f => f.Content.Refused is not null && _read.TryGetValue(f.Content.Path, out var old) && old.Content.Refused == f.Content.Refused ? old : f);
        return [.. read.Select(f => f.Content)];
    }

    private void Publish(SiteSnapshot snapshot)
    {
        site.Publish(snapshot);
        snapshot.Index.Warm();
        Published(log, snapshot.Info.Generation, snapshot.Content.Articles.Count, snapshot.Content.Codes.Count, snapshot.Info.RejectedFiles.Count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Content generation {Generation} is live: {Articles} articles, {Codes} codes, {Rejected} files rejected")]
    private static partial void Published(ILogger logger, int generation, int articles, int codes, int rejected);

    [LoggerMessage(Level = LogLevel.Error, Message = "The content could not be rebuilt; the last good version stays")]
    private static partial void Failed(ILogger logger, Exception exception);
}
