namespace KnowledgeBase.Site.Editing;

/// <summary>A run of old items that was replaced by a run of new ones; both places 0-based.</summary>
internal readonly record struct DiffHunk(int Old, int OldCount, int New, int NewCount)
{
    public int OldEnd => Old + OldCount;

    public int NewEnd => New + NewCount;
}
