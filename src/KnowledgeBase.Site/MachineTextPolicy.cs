namespace KnowledgeBase.Site;

/// <summary>Feature 97: what may become of text marked `machine-translated: true`. Wherever it is live it is marked for readers.</summary>
public enum MachineTextPolicy
{
    /// <summary>Live after a second person approved the draft.</summary>
    Reviewed,

    /// <summary>Not live while the mark stands.</summary>
    Never,

    /// <summary>Live whenever an editor saves it.</summary>
    Allowed,
}
