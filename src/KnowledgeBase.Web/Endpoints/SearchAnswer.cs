namespace KnowledgeBase.Web.Endpoints;

/// <summary>`GET /api/search`.</summary>
/// <param name="Total">Pages that match, not only those returned.</param>
/// <param name="Microseconds">Time inside the engine.</param>
public sealed record SearchAnswer(
    string Query, IReadOnlyList<SearchAnswer.Reading> ReadAs, int Total, IReadOnlyList<SearchAnswer.Hit> Hits, IReadOnlyList<SearchAnswer.Offer> DidYouMean, long Microseconds)
{
    /// <summary>A code that was read in the query.</summary>
    public sealed record Reading(string From, string Code);

    /// <summary>A page.</summary>
    public sealed record Hit
    {
        /// <summary>`code`, `article`, `guide` or `term`.</summary>
        public required string Kind { get; init; }
        public required string Id { get; init; }
        public required string Lang { get; init; }
        public required string Title { get; init; }

        /// <summary>Path of the page, with the fragment of the best section.</summary>
        public required string Url { get; init; }

        /// <summary>Heading of the best section, or null.</summary>
        public required string? Section { get; init; }
        public required Passage Snippet { get; init; }
        public required double Score { get; init; }
    }

    /// <summary>Plain text, and the ranges to mark as pairs of start and length in UTF-16 units.</summary>
    public sealed record Passage(string Text, IReadOnlyList<IReadOnlyList<int>> Marks);

    /// <summary>What to search for instead.</summary>
    /// <param name="Kind">`code` or `query`.</param>
    public sealed record Offer(string Kind, string Text, string Url);
}
