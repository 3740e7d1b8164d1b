namespace KnowledgeBase.Web.Components.Parts;

/// <summary>A line of the map.</summary>
/// <param name="Path">SVG path data.</param>
/// <param name="IsOnWay">Whether the reader's answers went along it.</param>
public sealed record GuideMapEdge(string Path, bool IsOnWay);
