namespace KnowledgeBase.Web.Endpoints;

/// <summary>`GET /api/suggest`.</summary>
public sealed record SuggestAnswer(string Query, IReadOnlyList<SearchAnswer.Reading> ReadAs, IReadOnlyList<SuggestAnswer.Item> Suggestions)
{
    /// <param name="Kind">`code`, `article`, `section`, `guide` or `term`.</param>
    public sealed record Item(string Kind, string Text, string Url);
}
