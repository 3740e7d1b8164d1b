using KnowledgeBase.Content;

namespace KnowledgeBase.Search;

/// <summary>Something to search for instead: offered, never substituted.</summary>
/// <param name="Text">What to search for.</param>
/// <param name="Code">Set where the suggestion is a near error code.</param>
public sealed record DidYouMean(string Text, ErrorCode? Code);
