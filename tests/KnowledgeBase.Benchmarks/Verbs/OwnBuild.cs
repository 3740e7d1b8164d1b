using KnowledgeBase.Benchmarks.Engines;

namespace KnowledgeBase.Benchmarks.Verbs;

/// <param name="TextBytes">Heap that the documents take before anything is indexed.</param>
/// <param name="IndexBytes">Heap that the index adds to it.</param>
internal sealed record OwnBuild(BuildFigures Build, long TextBytes, long IndexBytes);
