namespace KnowledgeBase.Web.Endpoints;

/// <summary>A page to link to.</summary>
/// <param name="Link">As authors write it, without a language.</param>
/// <param name="Title">In the language of the text.</param>
/// <param name="Kind">Name of its kind, for editors.</param>
public sealed record PageLinkAnswer(string Link, string Title, string Kind);
