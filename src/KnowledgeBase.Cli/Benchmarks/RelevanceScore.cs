namespace KnowledgeBase.Cli.Benchmarks;

/// <summary>Means over the queries of one form; the form `all` is the whole set.</summary>
internal sealed record RelevanceScore(string Form, int Queries, double Mrr, double Recall, double Ndcg);
