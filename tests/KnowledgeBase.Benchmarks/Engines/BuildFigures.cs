namespace KnowledgeBase.Benchmarks.Engines;

/// <param name="Wall">From the first document to an index that answers.</param>
/// <param name="Cpu">Of the whole process in that time, all cores added up.</param>
/// <param name="Bytes">What the index takes, without the texts where the engine keeps them apart; -1 where not known.</param>
internal sealed record BuildFigures(TimeSpan Wall, TimeSpan Cpu, long Bytes);
