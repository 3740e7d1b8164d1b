using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Hosting;

namespace KnowledgeBase.Site;

/// <summary>Keeps the content of all replicas in step: tells the others what went live here, and looks at once when another has
/// something newer.</summary>
public sealed class ContentNotices(CurrentSite site, SiteRebuilder rebuilder, IReplicaNotices notices) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        site.Published += Tell;
        notices.Heard += Look;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        site.Published -= Tell;
        notices.Heard -= Look;
        return Task.CompletedTask;
    }

    // Nobody waits for it: a notice that is lost costs the others a few seconds.
    private void Tell(SiteSnapshot snapshot) => _ = notices.Tell(new(ReplicaNotice.Content, snapshot.Info.Revision));

    private void Look(ReplicaNotice notice)
    {
        var isNews = notice.Topic == ReplicaNotice.Content && site.HasSnapshot && notice.Detail != site.Snapshot.Info.Revision;
        if (isNews || notice.Topic == ReplicaNotice.Missed) rebuilder.Wake();
    }
}
