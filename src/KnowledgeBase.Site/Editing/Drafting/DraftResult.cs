namespace KnowledgeBase.Site.Editing;

/// <summary>What became of a change to a draft.</summary>
public abstract record DraftResult
{
    private DraftResult()
    {
    }

    /// <summary>It is kept; the draft has its new version.</summary>
    public sealed record Kept(Draft Draft) : DraftResult;

    /// <summary>Somebody else changed it meanwhile; nothing was kept.</summary>
    /// <param name="Now">As it is now; null where it is gone.</param>
    public sealed record Changed(Draft? Now) : DraftResult;

    /// <summary>This person may not do that with it.</summary>
    public sealed record NotAllowed(string Message) : DraftResult;

    /// <summary>It is too large, or the store cannot be used.</summary>
    public sealed record NotKept(string Problem) : DraftResult;
}
