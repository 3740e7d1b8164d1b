namespace KnowledgeBase.Site.Insights;

/// <summary>How many codes are known, and how many of them have a page.</summary>
/// <param name="Others">Pages for codes that the registry does not know.</param>
public sealed record Coverage(int Known, int WithPage, int Others);
