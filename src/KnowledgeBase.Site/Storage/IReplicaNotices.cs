namespace KnowledgeBase.Site.Storage;

/// <summary>Tells the other replicas of this site that something changed, and hears it from them. A notice may be lost, so whoever
/// acts on one looks by itself from time to time.</summary>
public interface IReplicaNotices
{
    /// <summary>Raised for a notice of another replica, on a thread of the listener: handlers return at once.</summary>
    event Action<ReplicaNotice>? Heard;

    /// <summary>Tells the others; answers false where nobody could be told.</summary>
    Task<bool> Tell(ReplicaNotice notice, CancellationToken cancellation = default);
}
