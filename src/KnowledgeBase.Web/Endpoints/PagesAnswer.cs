namespace KnowledgeBase.Web.Endpoints;

/// <summary>`GET /api/pages`.</summary>
public sealed record PagesAnswer
{
    /// <summary>Of the content: equal content has equal revisions.</summary>
    public required string Revision { get; init; }
    public required string Lang { get; init; }
    public required IReadOnlyList<Listed> Pages { get; init; }

    /// <param name="Kind">`article`, `code` or `guide`.</param>
    /// <param name="Id">As the addresses of this API name it.</param>
    /// <param name="Revision">Of the page's text.</param>
    public sealed record Listed(string Kind, string Id, string Title, string Url, string Revision);
}
