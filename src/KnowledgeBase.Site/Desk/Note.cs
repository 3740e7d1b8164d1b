namespace KnowledgeBase.Site.Desk;

/// <summary>Something that support staff tell each other about a page; readers never see it (Feature 62).</summary>
public sealed record Note
{
    public const int Longest = 4000;

    /// <summary>Number in the store; 0 before it was kept.</summary>
    public long Number { get; init; }

    /// <summary>As <see cref="DeskSubject.Key"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain text with line ends; secrets are masked.</summary>
    public required string Text { get; init; }

    /// <summary>Name of the account that wrote it.</summary>
    public required string Author { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Null where the text is empty.</summary>
    public static Note? Write(DeskSubject subject, string? text, string author, DateTimeOffset at) =>
        DeskText.Clean(text, Longest, keepLines: true) is { } clean ? new() { Subject = subject.Key, Text = clean, Author = author, At = at } : null;
}
