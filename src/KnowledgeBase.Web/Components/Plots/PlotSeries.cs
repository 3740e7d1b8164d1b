namespace KnowledgeBase.Web.Components.Plots;

/// <summary>A line of a plot.</summary>
/// <param name="Values">One for each day.</param>
public sealed record PlotSeries(string Name, IReadOnlyList<long> Values);
