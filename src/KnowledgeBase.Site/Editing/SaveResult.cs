using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Editing;

/// <summary>What became of a save. Nothing of the editor's text is lost in any of them: whoever asked still has it.</summary>
public abstract record SaveResult
{
    private SaveResult()
    {
    }

    /// <summary>The files lie on the disk, whole and flushed, and are live.</summary>
    /// <param name="Files">New revisions, in the order of the request; a deleted file has none.</param>
    /// <param name="Problem">Why it is not yet committed, in words for the editor; null where it is or need not be.</param>
    public sealed record Saved(IReadOnlyList<SavedFile> Files, SaveProgress Progress, string? Commit, string? Problem) : SaveResult;

    /// <summary>The save would add these errors; nothing was written. Errors that were there before do not count.</summary>
    public sealed record Invalid(IReadOnlyList<Diagnostic> Problems) : SaveResult;

    /// <summary>Somebody else saved one of the files meanwhile; nothing was written.</summary>
    public sealed record Conflict(IReadOnlyList<FileConflict> Files) : SaveResult;

    /// <summary>It may not or cannot be saved; nothing was written.</summary>
    /// <param name="Message">English, for the log and the command line; pages say it by <paramref name="Reason"/>.</param>
    public sealed record Refused(SaveRefusal Reason, string Message) : SaveResult;
}
