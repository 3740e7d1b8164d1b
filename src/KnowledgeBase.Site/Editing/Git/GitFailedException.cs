namespace KnowledgeBase.Site.Editing;

/// <summary>Git is missing, did not answer in time, or refused. Caught where a save, a look into history or an exchange with the
/// remote begins: none of them may fail because of it.</summary>
internal sealed class GitFailedException(string message, bool isLocked = false, bool saidNothing = false) : Exception(message)
{
    /// <summary>It ended with an error and no word: its way to say no.</summary>
    public bool SaidNothing { get; } = saidNothing;

    /// <summary>Another process has one of the repository's locks, or left it behind.</summary>
    public bool IsLocked { get; } = isLocked;
}
