namespace KnowledgeBase.Site.Insights;

/// <summary>What was missed.</summary>
public enum RequestKind
{
    /// <summary>The page of an error code.</summary>
    Code,

    /// <summary>Any page for the words of a search.</summary>
    Query,
}
