namespace KnowledgeBase.Site;

/// <summary>A content file that could not be taken.</summary>
/// <param name="KeptLastGood">True where an earlier version of it is still shown.</param>
public sealed record RejectedFile(string Path, string Reason, bool KeptLastGood);
