namespace KnowledgeBase.Content;

/// <summary>One way through a guide.</summary>
public sealed record GuidePath(IReadOnlyList<GuideEdge> Steps, Outcome Outcome);
