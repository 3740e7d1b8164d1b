namespace KnowledgeBase.Web.Endpoints;

/// <summary>Body of `POST /api/desk/ticket`.</summary>
/// <param name="Text">What the customer wrote; read as far as 20,000 characters.</param>
public sealed record TicketQuestion(string? Text);
