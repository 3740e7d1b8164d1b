namespace KnowledgeBase.Content;

/// <summary>"Verified on Windows 11 24H2, 2026-10-02, by X".</summary>
public sealed record Verification(string On, DateOnly? Date, string? By);
