namespace KnowledgeBase.Content;

/// <summary>Pick one, or type an error code.</summary>
public enum QuestionKind
{
    Choice,
    ErrorCode,
}
