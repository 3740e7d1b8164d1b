namespace KnowledgeBase.Benchmarks.Corpora;

internal sealed record HostileQuery(string Name, string Text);
