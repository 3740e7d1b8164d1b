namespace KnowledgeBase.Site;

/// <summary>Settings under `KnowledgeBase:Storage`.</summary>
public sealed class StorageOptions
{
    public const string Embedded = "Embedded";

    public const string Postgres = "Postgres";

    /// <summary>Where accounts, votes and everything else that visitors and staff say is kept: <see cref="Embedded"/> or <see cref="Postgres"/>.</summary>
    public string Provider { get; set; } = Embedded;

    /// <summary>For <see cref="Postgres"/>: such as `Host=db.example;Database=kb;Username=kb;Password=…`.</summary>
    public string? ConnectionString { get; set; }
}
