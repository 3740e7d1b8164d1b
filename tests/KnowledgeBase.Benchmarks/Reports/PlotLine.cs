namespace KnowledgeBase.Benchmarks.Reports;

/// <summary>A named line of points, ascending in X, all above zero.</summary>
internal sealed record PlotLine(string Name, IReadOnlyList<(double X, double Y)> Points);
