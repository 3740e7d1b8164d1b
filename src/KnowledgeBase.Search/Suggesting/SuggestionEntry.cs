namespace KnowledgeBase.Search.Suggesting;

/// <summary>One way to reach a suggestion: its text from the beginning or from a later word, folded, perhaps in kana.</summary>
/// <param name="Order">Smaller first: whole names before inner words, codes and terms before sections.</param>
/// <param name="Page">Number of the page that it leads to.</param>
internal readonly record struct SuggestionEntry(string Key, Suggestion Suggestion, int Order, int Page);
