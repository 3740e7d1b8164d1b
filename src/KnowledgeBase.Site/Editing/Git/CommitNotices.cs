using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Hosting;

namespace KnowledgeBase.Site.Editing;

/// <summary>Lets a save on one replica show on the others at once: tells them which commit was sent to the remote, and fetches when
/// another one sent something that is not here yet.</summary>
public sealed class CommitNotices(GitExchange exchange, EditingUpkeep upkeep, IReplicaNotices notices) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        exchange.Sent += Tell;
        notices.Heard += Fetch;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        exchange.Sent -= Tell;
        notices.Heard -= Fetch;
        return Task.CompletedTask;
    }

    // Nobody waits for it: a notice that is lost costs the others `SyncSeconds`.
    private void Tell(string commit) => _ = notices.Tell(new(ReplicaNotice.Commit, commit));

    private void Fetch(ReplicaNotice notice)
    {
        var isNews = notice.Topic == ReplicaNotice.Commit && notice.Detail != exchange.Newest;
        if (isNews || notice.Topic == ReplicaNotice.Missed) upkeep.Wake();
    }
}
