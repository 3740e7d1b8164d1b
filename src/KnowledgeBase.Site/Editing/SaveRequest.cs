namespace KnowledgeBase.Site.Editing;

/// <summary>Files that are saved together or not at all, as one commit.</summary>
/// <param name="Files">1 to 1000, each file once.</param>
/// <param name="Author">Becomes the author of the commit.</param>
/// <param name="Message">Why: the first line is the subject. Where it is blank, one is made from the paths.</param>
public sealed record SaveRequest(IReadOnlyList<FileChange> Files, Editor Author, string Message, ChangeClass Class)
{
    /// <summary>The second person, where the setting `ReviewRequired` asks for one. Only the review of a draft sets it.</summary>
    internal Editor? ReviewedBy { get; init; }

    /// <summary>Whether machine-translated text may go live with this save: its reviewer has read it.</summary>
    internal bool MachineTextWasRead { get; init; }
}
