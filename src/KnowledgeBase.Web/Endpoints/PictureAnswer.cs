namespace KnowledgeBase.Web.Endpoints;

/// <summary>What became of a picture that was sent.</summary>
/// <param name="Path">Relative to the content folder; null where it was not taken.</param>
/// <param name="Problem">Why it was not taken, in the language of whoever sent it; null where it was.</param>
public sealed record PictureAnswer(string? Path, string? Problem);
