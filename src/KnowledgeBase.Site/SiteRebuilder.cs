using KnowledgeBase.Content;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Site;

/// <summary>Keeps the snapshot in step with the content folder. A change notice is only a hint, since notices get lost when folders
/// are new: every look is a look at the whole folder, and one comes every few seconds anyway.</summary>
public sealed partial class SiteRebuilder(CurrentSite site, LiveFolder folder, SavedStart saved, IOptions<SiteOptions> options, TimeProvider clock, ILogger<SiteRebuilder> log)
    : BackgroundService
{
    // Long enough to catch the files of one save together, short enough to be felt as at once.
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(400);

    private volatile ContentHint? _hint;
    private readonly Lock _refreshing = new();
    private IReadOnlyList<ContentFile> _files = [];
    private Task<IReadOnlyList<ContentFile>>? _looking;

    /// <summary>The time that the site goes by.</summary>
    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Begins to read what <see cref="Start"/> needs, while the host is still put together.</summary>
    public void Begin()
    {
        saved.Begin();
        _looking = Task.Run(folder.Look);
    }

    /// <summary>Reads and publishes the first snapshot.</summary>
    /// <exception cref="ContentUnusableException">Nothing could be read; every problem is listed.</exception>
    public void Start()
    {
        if (site.HasSnapshot) return;
        if (_looking is null) Begin();
        var files = _files = _looking!.GetAwaiter().GetResult();
        _looking = null;
        var snapshot = SiteBuilder.Build(files, null, clock, saved);
        if (snapshot.Content.Articles.Count + snapshot.Content.Codes.Count + snapshot.Content.Guides.Count == 0)
            throw new ContentUnusableException(folder.Path, snapshot.Content.Diagnostics);
        Publish(snapshot);
        _ = Task.Run(() => saved.Articles.Save(snapshot.Content));
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
                await hint.WaitAsync(Longest(), s_quiet, s_patience, stoppingToken);
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
        lock (_refreshing)
        {
            var (before, began) = (_files, clock.GetTimestamp());
            var files = Look();
            if (!IsDue() && files.Count == before.Count && files.Zip(before).All(f => ReferenceEquals(f.First, f.Second))) return false;
            var snapshot = SiteBuilder.Build(files, site.Snapshot, clock);
            if (snapshot.Info.Revision == site.Snapshot.Info.Revision && !IsDue()) return false;
            Publish(snapshot);
            SiteMetrics.Rebuilt(clock.GetElapsedTime(began));
            return true;
        }
    }

    /// <summary>Publishes the live content with something else told of it.</summary>
    /// <param name="change">The live snapshot → the next; null: nothing to change.</param>
    internal bool Amend(Func<SiteSnapshot, SiteSnapshot?> change)
    {
        lock (_refreshing)
        {
            if (change(site.Snapshot) is not { } next) return false;
            Publish(next);
            return true;
        }
    }

    private IReadOnlyList<ContentFile> Look() => _files = folder.Look();

    /// <summary>Until the next look without a notice.</summary>
    private TimeSpan Longest()
    {
        var regular = TimeSpan.FromSeconds(options.Value.RescanSeconds);
        if (site.Snapshot.Info.NextDue is not { } due) return regular;
        var left = due - clock.GetUtcNow();
        return left >= regular ? regular : left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    // An article's time has come, though no file changed.
    private bool IsDue() => site.Snapshot.Info.NextDue <= clock.GetUtcNow();

    private void Publish(SiteSnapshot snapshot)
    {
        site.Publish(snapshot);
        // Whoever types meanwhile waits for it; nobody else does.
        _ = Task.Run(snapshot.Index.Warm);
        Published(log, snapshot.Info.Generation, snapshot.Content.Articles.Count, snapshot.Content.Codes.Count, snapshot.Info.RejectedFiles.Count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Content generation {Generation} is live: {Articles} articles, {Codes} codes, {Rejected} files rejected")]
    private static partial void Published(ILogger logger, int generation, int articles, int codes, int rejected);

    [LoggerMessage(Level = LogLevel.Error, Message = "The content could not be rebuilt; the last good version stays")]
    private static partial void Failed(ILogger logger, Exception exception);
}
