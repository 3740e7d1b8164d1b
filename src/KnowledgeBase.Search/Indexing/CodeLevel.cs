namespace KnowledgeBase.Search.Indexing;

/// <summary>How much a part is about a code; a higher level wins.</summary>
internal enum CodeLevel : byte
{
    Mentions,
    Heading,

    /// <summary>In the title or the front matter.</summary>
    Title,

    /// <summary>The code's own page.</summary>
    Own,
}
