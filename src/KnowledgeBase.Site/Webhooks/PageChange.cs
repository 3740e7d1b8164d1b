namespace KnowledgeBase.Site.Webhooks;

/// <summary>What became of one page.</summary>
/// <param name="Page">As it is now; as it was, where it is gone.</param>
/// <param name="Change">`added`, `changed` or `removed`.</param>
public sealed record PageChange(PageState Page, string Change);
