namespace KnowledgeBase.Site.Insights;

/// <summary>What became of a link to another site.</summary>
public enum LinkState
{
    /// <summary>Something answered there.</summary>
    Fine,

    /// <summary>It failed once or twice: it is tried again before anybody is told.</summary>
    Doubtful,

    /// <summary>It failed three times, or the other site says that it is gone.</summary>
    Broken,

    /// <summary>The address leads into a private network, and is not asked.</summary>
    Refused,
}
