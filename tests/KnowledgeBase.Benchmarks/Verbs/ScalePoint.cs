using KnowledgeBase.Benchmarks.Measuring;

namespace KnowledgeBase.Benchmarks.Verbs;

/// <summary>What one size costs.</summary>
/// <param name="BuildSeconds">Wall time of the build, all cores.</param>
/// <param name="PackedBytes">Packed lists.</param>
/// <param name="HeapBytes">Everything the index adds to the heap beside the texts.</param>
/// <param name="Milliseconds">Processor time of a query, top 10 with snippets.</param>
/// <param name="Slowest">The query behind the maximum.</param>
internal sealed record ScalePoint(int Sections, double BuildSeconds, long PackedBytes, long HeapBytes, Percentiles Milliseconds, double AllocatedKilobytes, string Slowest);
