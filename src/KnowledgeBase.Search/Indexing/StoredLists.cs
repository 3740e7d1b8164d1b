namespace KnowledgeBase.Search.Indexing;

/// <summary>What a saved segment holds beside its forward index; see <see cref="Segment"/>.</summary>
internal sealed record StoredLists
{
    public required int[] Lengths { get; init; }
    public required int[] TitleLengths { get; init; }
    public required TermTable Terms { get; init; }
    public required WordList Words { get; init; }

    /// <summary>Terms whose postings the forward index does not tell, ascending; their lists one after the other, and where each ends.</summary>
    public required int[] ChangedTerms { get; init; }
    public required byte[] ChangedLists { get; init; }
    public required Offsets ChangedEnds { get; init; }
    public required ulong[] Codes { get; init; }
    public required ExactNames Names { get; init; }
    public required IReadOnlyList<(string Written, int Part)> TextCodes { get; init; }
}
