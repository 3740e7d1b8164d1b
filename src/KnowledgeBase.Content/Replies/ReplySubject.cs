namespace KnowledgeBase.Content;

/// <summary>What a reply is about.</summary>
public enum ReplySubject
{
    /// <summary>The outcome of a guided check.</summary>
    Outcome,
    Article,
    Code,
}
