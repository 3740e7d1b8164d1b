namespace KnowledgeBase.Site.Editing;

/// <summary>Where a draft stands.</summary>
public enum DraftState
{
    /// <summary>Kept by itself while its owner types; nobody else sees it.</summary>
    Autosaved,

    /// <summary>Kept on purpose; every editor sees it.</summary>
    Open,

    /// <summary>A second person is asked to read it.</summary>
    InReview,

    /// <summary>A second person has read it and agrees.</summary>
    Approved,

    /// <summary>A second person has read it and wants something changed; the note says what.</summary>
    SentBack,
}
