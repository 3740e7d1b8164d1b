namespace KnowledgeBase.Postgres;

/// <summary>Name of the storage provider for several replicas (`KnowledgeBase:Storage:Provider`).</summary>
public static class PostgresStorage
{
    public const string ProviderName = "Postgres";
}
