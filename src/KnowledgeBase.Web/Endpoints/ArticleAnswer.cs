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

    /// <summary>A step.</summary>
    public sealed record Action
    {
        public required string Id { get; init; }

        /// <summary>From 1, within its list.</summary>
        public required int Number { get; init; }
        public required string Text { get; init; }
        public required bool NeedsAdministrator { get; init; }
        public required bool Irreversible { get; init; }
        public required bool RisksData { get; init; }

        /// <summary>About how long it takes, or null.</summary>
        public required int? Minutes { get; init; }
    }
}
