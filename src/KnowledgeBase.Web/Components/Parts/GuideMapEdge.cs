namespace KnowledgeBase.Web.Components.Parts;

/// <summary>A way from one node to another.</summary>
/// <param name="Path">SVG path data.</param>
/// <param name="IsAlso">The next try after an outcome that did not help; drawn dashed.</param>
public sealed record GuideMapEdge(string From, string To, string Path, bool IsAlso);
