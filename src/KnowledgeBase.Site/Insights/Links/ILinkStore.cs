namespace KnowledgeBase.Site.Insights;

/// <summary>Keeps what became of links to other sites.</summary>
public interface ILinkStore
{
    /// <summary>Why the last use failed; null when it worked.</summary>
    string? Problem { get; }

    /// <summary>Broken ones first, then by address; empty where the store cannot be read.</summary>
    Task<IReadOnlyList<OutsideLink>> All(CancellationToken cancellation = default);

    /// <summary>Keeps a result in place of the earlier one.</summary>
    /// <returns>Whether it was kept.</returns>
    Task<bool> Keep(OutsideLink link, CancellationToken cancellation = default);

    /// <summary>Forgets links that no page carries any more.</summary>
    Task Forget(IReadOnlyCollection<string> addresses, CancellationToken cancellation = default);
}
