namespace KnowledgeBase.Web.Endpoints;

/// <summary>`GET /api/codes/{form}` with status 404: a well-formed code that nobody here knows, taken apart.</summary>
/// <param name="Severity">Bits 31–30: 0 success, 1 informational, 2 warning, 3 error.</param>
/// <param name="Facility">Bits 16–26.</param>
/// <param name="Code">Low 16 bits.</param>
/// <param name="Nearest">Known codes that differ least, best first.</param>
public sealed record UnknownCodeAnswer(string Title, int Status, string Hex, int Severity, int Facility, int Code, IReadOnlyList<string> Nearest);
