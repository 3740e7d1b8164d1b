namespace KnowledgeBase.Postgres;

/// <summary>One step from an empty database to the newest shape.</summary>
/// <param name="Sql">Runs once, in one transaction with the steps after it.</param>
/// <param name="Breaks">True where programs that do not know the step cannot work any more. Replicas are replaced one by one, so such a
/// step comes a release after the program that can do without what it takes away.</param>
public sealed record PostgresShape(string Sql, bool Breaks = false);
