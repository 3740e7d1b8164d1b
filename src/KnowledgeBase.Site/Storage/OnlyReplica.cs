namespace KnowledgeBase.Site.Storage;

/// <summary>A site that runs as one process has nobody to tell and hears nothing.</summary>
public sealed class OnlyReplica : IReplicaNotices
{
    public event Action<ReplicaNotice>? Heard
    {
        add { }
        remove { }
    }

    public Task<bool> Tell(ReplicaNotice notice, CancellationToken cancellation = default) => Task.FromResult(true);
}
