namespace KnowledgeBase.Site;

/// <summary>Settings under `KnowledgeBase:Webhooks`.</summary>
public sealed class WebhookOptions
{
    /// <summary>Whom to tell what was published.</summary>
    public IList<WebhookTarget> Targets { get; } = [];

    /// <summary>Whether targets may lie in private networks, and be asked without encryption.</summary>
    public bool AllowPrivate { get; set; }
}
