using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Site.Editing;

/// <summary>Does later what a save could not do at once: finishes interrupted writes at the start, commits what waits, exchanges
/// commits with the remote.</summary>
public sealed partial class EditingUpkeep(ContentWorkspace workspace, PendingCommits commits, GitExchange exchange, IOptions<SiteOptions> options, TimeProvider clock, ILogger<EditingUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    // Several saves in a row are sent together.
    private static readonly TimeSpan s_gather = TimeSpan.FromMilliseconds(150);

    private readonly SemaphoreSlim _soon = new(0, 1);

    /// <summary>Why saves are not committed or not sent, in words for editors and whoever runs the site; null where all is well.</summary>
    public string? Problem => commits.Problem ?? exchange.Problem;

    /// <summary>What comes first at a start: whatever a process that died had begun is brought to its end.</summary>
    public async Task Recover(CancellationToken cancellation = default)
    {
        await Guarded(async () =>
        {
            using var turn = await workspace.Lock.Take(s_patience, cancellation);
            if (turn is not null) workspace.Clean();
        });
        await Commit(cancellation);
    }

    /// <summary>One round: everything that can be done now is done.</summary>
    public async Task Run(CancellationToken cancellation = default)
    {
        await Commit(cancellation);
        await exchange.Run(cancellation);
    }

    public override void Dispose()
    {
        _soon.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Editing.Enabled) return;
        commits.Committed += Wake;
        try
        {
            await Recover(stoppingToken);
            while (true)
            {
                await Run(stoppingToken);
                if (await Wait(stoppingToken)) await Task.Delay(s_gather, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The site stops; the journal keeps what is left.
        }
        finally
        {
            commits.Committed -= Wake;
        }
    }

    private Task Commit(CancellationToken cancellation) => Guarded(async () =>
    {
        if (!commits.HasPending) return;
        using var turn = await workspace.Lock.Take(s_patience, cancellation);
        if (turn is null) return;
        commits.Recover();
        await commits.Commit(null, isRetry: true, cancellation);
    });

    // A disk that does not take it today may do so in the next round.
    private async Task Guarded(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Unfinished(log, e.Message);
        }
    }

    /// <summary>Makes the running loop do a round now: the remote has something new.</summary>
    public void Wake()
    {
        try
        {
            if (_soon.CurrentCount == 0) _soon.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // It is coming anyway, or the site has stopped.
        }
    }

    /// <summary>Until the next round is due or somebody woke the loop; true for the latter.</summary>
    private async Task<bool> Wait(CancellationToken cancellation)
    {
        using var due = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.Editing.SyncSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(due.Token, cancellation);
        try
        {
            await _soon.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An interrupted save could not be finished yet: {Reason}")]
    private static partial void Unfinished(ILogger logger, string reason);
}
