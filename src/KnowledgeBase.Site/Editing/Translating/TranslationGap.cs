namespace KnowledgeBase.Site.Editing;

/// <summary>What a page lacks in the other language.</summary>
public enum TranslationGap
{
    /// <summary>There is no text in that language.</summary>
    Missing,

    /// <summary>The source changed since.</summary>
    Outdated,

    /// <summary>A machine made it and nobody has read it.</summary>
    Unread,
}
