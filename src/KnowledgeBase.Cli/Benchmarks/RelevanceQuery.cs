namespace KnowledgeBase.Cli.Benchmarks;

/// <summary>A query with the documents that answer it, each with its grade.</summary>
internal sealed record RelevanceQuery(string Text, string Form, IReadOnlyDictionary<string, int> Grades);
