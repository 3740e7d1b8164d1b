namespace KnowledgeBase.Content;

/// <summary>A code found in running text.</summary>
/// <param name="Start">Offset in UTF-16 units of the original text.</param>
/// <param name="Written">The text as written.</param>
/// <param name="IsGuess">True where look-alike letters were replaced or a decimal was read: say "we read this as".</param>
public readonly record struct ErrorCodeMatch(int Start, int Length, string Written, ErrorCode Code, bool IsGuess);
