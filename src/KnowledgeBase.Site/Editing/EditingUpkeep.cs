using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Site.Editing;

/// <summary>Does later what a save could not do at once: finishes interrupted writes at the start, commits what waits, exchanges
/// commits with the remote.</summary>
public sealed partial class EditingUpkeep(ContentWorkspace workspace, PendingCommits commits, IOptions<SiteOptions> options, TimeProvider clock, ILogger<EditingUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>One round: everything that can be done now is done.</summary>
    public async Task Run(CancellationToken cancellation = default)
    {
        using var turn = await workspace.Lock.Take(s_patience, cancellation);
        if (turn is null) return;
        try
        {
            if (commits.HasPending)
            {
                commits.Recover();
                await commits.Commit(null, isRetry: true, cancellation);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Unfinished(log, e.Message);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Editing.Enabled) return;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.Editing.SyncSeconds), clock);
        try
        {
            do await Run(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The site stops; the journal keeps what is left.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An interrupted save could not be finished yet: {Reason}")]
    private static partial void Unfinished(ILogger logger, string reason);
}
