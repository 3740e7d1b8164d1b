namespace KnowledgeBase.Content.Checking;

/// <summary>A text in one language and where it starts in its file.</summary>
/// <param name="IsVerbatim">Whether the file has the text letter by letter; a YAML value may be quoted or folded.</param>
internal sealed record ContentProse(string Text, Locale Locale, string File, int Line, int Column, bool IsVerbatim = false);
