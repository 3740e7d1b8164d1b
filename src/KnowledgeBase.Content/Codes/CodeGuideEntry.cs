namespace KnowledgeBase.Content;

/// <summary>Where a code's page enters a guide: the guide and the answers that the code already gives.</summary>
public sealed record CodeGuideEntry(string GuideId, IReadOnlyDictionary<string, string> Answers);
