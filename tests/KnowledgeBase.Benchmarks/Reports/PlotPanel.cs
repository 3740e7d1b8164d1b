namespace KnowledgeBase.Benchmarks.Reports;

/// <summary>One picture of several lines over the same axis.</summary>
internal sealed record PlotPanel(string Title, IReadOnlyList<PlotLine> Lines);
