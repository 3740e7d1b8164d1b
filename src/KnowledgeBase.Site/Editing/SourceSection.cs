namespace KnowledgeBase.Site.Editing;

/// <summary>A heading of an article's file with all lines down to the next heading.</summary>
/// <param name="Id">The written anchor, else the heading itself; `top` for front matter and lead.</param>
/// <param name="Level">Number of `#`; 0 for the top.</param>
/// <param name="FirstLine">1-based line of the heading.</param>
/// <param name="LastLine">1-based, inclusive.</param>
/// <param name="Text">Its lines, each with its line feed.</param>
public sealed record SourceSection(string Id, string Heading, int Level, int FirstLine, int LastLine, string Text);
