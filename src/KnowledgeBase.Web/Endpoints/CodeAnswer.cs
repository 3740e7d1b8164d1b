namespace KnowledgeBase.Web.Endpoints;

/// <summary>`GET /api/codes/{form}` for a known code. A code of the registry without a page has no title, meaning and cases.</summary>
public sealed record CodeAnswer
{
    public required string Hex { get; init; }

    /// <summary>Decimal, unsigned 32 bits.</summary>
    public required uint Unsigned { get; init; }

    /// <summary>Decimal, two's complement.</summary>
    public required int Signed { get; init; }
    public required string? Symbol { get; init; }
    public required string? Title { get; init; }
    public required string? Meaning { get; init; }
    public required string? Who { get; init; }
    public required IReadOnlyList<Case> Cases { get; init; }

    /// <summary>`current` or `retired`.</summary>
    public required string Status { get; init; }

    /// <summary>`documented`, `recalled` or `inferred`: how sure the statements are.</summary>
    public required string Evidence { get; init; }
    public required string Url { get; init; }

    /// <param name="Channels">Licence channels concerned; empty means any.</param>
    /// <param name="Url">Path of the procedure, or null.</param>
    public sealed record Case(string Id, IReadOnlyList<string> Channels, string Who, string Cause, string Remedy, string? Url);
}
