namespace KnowledgeBase.Web.Endpoints;

/// <summary>Answer of `POST /api/desk/ticket`.</summary>
public sealed record TicketAnswer
{
    /// <summary>The text as it was read: product keys and installation ids masked.</summary>
    public required string Text { get; init; }

    /// <summary>The customer's language, `ja` or `en`: that of titles and addresses here.</summary>
    public required string Lang { get; init; }
    public required IReadOnlyList<Page> Codes { get; init; }

    /// <summary>Best first.</summary>
    public required IReadOnlyList<Page> Articles { get; init; }

    /// <summary>Guided checks that the text begins to answer; the title is the outcome or the next question.</summary>
    public required IReadOnlyList<Page> Guides { get; init; }

    /// <summary>What the replies are about, as `code/0x…`; null where nothing fits.</summary>
    public required string? About { get; init; }

    /// <summary>One a language, the customer's first.</summary>
    public required IReadOnlyList<Reply> Replies { get; init; }

    /// <param name="Url">Absolute.</param>
    public sealed record Page(string Id, string? Title, string Url);

    /// <param name="Url">The link in it, absolute.</param>
    public sealed record Reply(string Lang, string Text, string Url);
}
