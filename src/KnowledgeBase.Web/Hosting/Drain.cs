namespace KnowledgeBase.Web.Hosting;

/// <summary>Whether this replica is about to stop: it answers what comes, takes no new circuit and says that it is not ready, so that
/// the load balancer sends readers elsewhere before the end.</summary>
public sealed class Drain
{
    private volatile bool _hasBegun;

    public bool HasBegun => _hasBegun;

    public void Begin() => _hasBegun = true;
}
