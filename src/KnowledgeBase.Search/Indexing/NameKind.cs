namespace KnowledgeBase.Search.Indexing;

/// <summary>What of a part a query equals.</summary>
internal enum NameKind : byte
{
    Title,
    Heading,

    /// <summary>A line of the keywords: a symbol, a message, a synonym.</summary>
    Alias,
}
