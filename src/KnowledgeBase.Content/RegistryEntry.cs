namespace KnowledgeBase.Content;

/// <summary>One line of `codes/registry.csv`: a code that is known, also when it has no page yet.</summary>
public sealed record RegistryEntry(ErrorCode Code, string? Symbol, string? Source);
