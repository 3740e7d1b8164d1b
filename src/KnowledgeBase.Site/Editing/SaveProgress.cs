namespace KnowledgeBase.Site.Editing;

/// <summary>How far a save has come. What is missing is done later without anybody's help.</summary>
public enum SaveProgress
{
    /// <summary>The content folder is in no git working tree: there is no history to write.</summary>
    OnDisk,

    /// <summary>On the disk, not yet committed: git is missing, busy or does not answer.</summary>
    CommitPending,

    /// <summary>Committed; the remote gets it within seconds.</summary>
    PushPending,

    /// <summary>Committed, and there is no remote to tell.</summary>
    Committed,
}
