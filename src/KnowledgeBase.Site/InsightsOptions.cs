namespace KnowledgeBase.Site;

/// <summary>Settings under `KnowledgeBase:Insights`.</summary>
public sealed class InsightsOptions
{
    /// <summary>Whether searches, steps of guides and page views are counted.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Days that counts are kept; 1 to 400.</summary>
    public int KeepDays { get; set; } = 90;
}
