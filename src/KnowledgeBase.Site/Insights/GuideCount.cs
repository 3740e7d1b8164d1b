namespace KnowledgeBase.Site.Insights;

/// <summary>How often something happened at one node of one version of a guide.</summary>
public sealed record GuideCount(string Guide, string Version, string Node, GuideMove Move, long Times);
