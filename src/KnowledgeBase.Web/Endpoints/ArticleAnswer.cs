namespace KnowledgeBase.Web.Endpoints;

/// <summary>`GET /api/articles/{id}`: an article as plain text by section.</summary>
public sealed record ArticleAnswer
{
    public required string Id { get; init; }
    public required string Lang { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required string Url { get; init; }
    public required DateOnly? Published { get; init; }
    public required DateOnly? Updated { get; init; }

    /// <summary>Identifies this version of the text.</summary>
    public required string Revision { get; init; }
    public required IReadOnlyList<string> Codes { get; init; }
    public required IReadOnlyList<Part> Sections { get; init; }

    /// <param name="Level">2 to 4.</param>
    public sealed record Part(string Id, int Level, string Heading, string Text, string Url, IReadOnlyList<Action> Steps);

    /// <param name="Minutes">About how long it takes, or null.</param>
    public sealed record Action(string Id, int Number, string Text, bool NeedsAdministrator, bool Irreversible, bool RisksData, int? Minutes);
}
