namespace KnowledgeBase.Content;

/// <summary>Something to do, and the address where it is explained.</summary>
/// <param name="Link">Language-neutral: `/a/id#section`, `/c/0x…`, `/g/id`; or null.</param>
public sealed record CodeAction(LocalizedText Text, string? Link);
