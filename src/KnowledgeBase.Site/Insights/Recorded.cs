namespace KnowledgeBase.Site.Insights;

/// <summary>What became of something a visitor told us.</summary>
public enum Recorded
{
    /// <summary>It is counted.</summary>
    Counted,

    /// <summary>This visitor said so before; it stays counted once.</summary>
    Repeated,

    /// <summary>The store cannot be written to. Nothing was kept; the store's <see cref="Storage.IVisitorStore.Problem"/> says why.</summary>
    NotKept,
}
