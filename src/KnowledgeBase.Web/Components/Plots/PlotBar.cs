namespace KnowledgeBase.Web.Components.Plots;

/// <summary>A bar.</summary>
/// <param name="Note">Said behind the value; or null.</param>
/// <param name="Part">A share of the value that is drawn apart, such as what went wrong; 0 for none.</param>
public sealed record PlotBar(string Label, long Value, string? Href = null, string? Note = null, long Part = 0);
