namespace KnowledgeBase.Content;

/// <summary>A retired code keeps its page, with a notice.</summary>
public enum CodeStatus
{
    Current,
    Retired,
}
