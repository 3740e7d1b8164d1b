namespace KnowledgeBase.Web.Endpoints;

/// <summary>A text after one of its values was changed.</summary>
public sealed record EditedAnswer(string Text);
