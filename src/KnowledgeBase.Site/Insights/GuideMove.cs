namespace KnowledgeBase.Site.Insights;

/// <summary>What happened at a node of a guide.</summary>
public enum GuideMove
{
    /// <summary>The question or outcome was shown.</summary>
    Shown,

    /// <summary>The outcome was left by "it did not help".</summary>
    Unsolved,
}
