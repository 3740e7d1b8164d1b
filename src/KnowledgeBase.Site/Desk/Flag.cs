namespace KnowledgeBase.Site.Desk;

/// <summary>Support staff ask the editors to look at a page, and name the ticket that showed why (Feature 63).</summary>
public sealed record Flag
{
    public const int Longest = 1000;
    public const int LongestTicket = 80;

    /// <summary>Number in the store; 0 before it was kept.</summary>
    public long Number { get; init; }

    /// <summary>As <see cref="DeskSubject.Key"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>The ticket's own name in whatever system it lives; may be empty.</summary>
    public required string Ticket { get; init; }
    public required string Text { get; init; }
    public required string Author { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who closed it; null while it is open.</summary>
    public string? ClosedBy { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Null where the text is empty.</summary>
    public static Flag? Raise(DeskSubject subject, string? ticket, string? text, string author, DateTimeOffset at) => DeskText.Clean(text, Longest, keepLines: true) is { } clean
        ? new() { Subject = subject.Key, Ticket = DeskText.Clean(ticket, LongestTicket, keepLines: false) ?? "", Text = clean, Author = author, At = at } : null;
}
