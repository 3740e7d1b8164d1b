namespace KnowledgeBase.Web.Desk;

/// <summary>A part of a page that a link can open at.</summary>
/// <param name="Depth">0 for sections and cases, 1 for steps.</param>
public sealed record LinkPart(string Anchor, string Title, int Depth);
