using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Insights;

/// <summary>How often a node of a guide was reached.</summary>
/// <param name="Unsolved">How often its outcome did not help; 0 for a question.</param>
public sealed record FunnelStep(GuideNode Node, long Shown, long Unsolved);
