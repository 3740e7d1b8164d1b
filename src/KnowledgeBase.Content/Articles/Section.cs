namespace KnowledgeBase.Content;

/// <summary>A heading and what stands under it up to the next heading: the unit that search finds and links open.</summary>
/// <param name="Id">Anchor; equal in both languages.</param>
/// <param name="Level">2 to 4.</param>
/// <param name="Heading">Plain text.</param>
/// <param name="Html">Sanitised HTML, heading included.</param>
/// <param name="Text">Plain text of the body, without the heading; one line per block.</param>
/// <param name="Steps">Steps of every `::: steps` block in this section, in order.</param>
public sealed record Section(string Id, int Level, string Heading, string Html, string Text, IReadOnlyList<Step> Steps);
