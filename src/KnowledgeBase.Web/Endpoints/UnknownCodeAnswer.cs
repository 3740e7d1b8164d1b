namespace KnowledgeBase.Web.Endpoints;

/// <summary>`GET /api/codes/{form}` with status 404: a well-formed code that nobody here knows, taken apart.</summary>
public sealed record UnknownCodeAnswer
{
    public required string Title { get; init; }
    public required int Status { get; init; }
    public required string Hex { get; init; }

    /// <summary>Bits 31–30: 0 success, 1 informational, 2 warning, 3 error.</summary>
    public required int Severity { get; init; }

    /// <summary>Bits 16–26.</summary>
    public required int Facility { get; init; }

    /// <summary>Low 16 bits.</summary>
    public required int Code { get; init; }

    /// <summary>Known codes that differ least, best first.</summary>
    public required IReadOnlyList<string> Nearest { get; init; }
}
