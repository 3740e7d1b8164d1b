namespace KnowledgeBase.Site.Insights;

/// <summary>Why a page did not help.</summary>
public enum VoteReason
{
    DidNotWork,
    HardToFollow,
    NotMyCase,
    SomethingMissing,
    OutOfDate,
}
