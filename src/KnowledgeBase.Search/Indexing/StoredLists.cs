namespace KnowledgeBase.Search.Indexing;

/// <summary>What a saved segment holds beside its forward index; see <see cref="Segment"/>.</summary>
internal sealed record StoredLists
{
    public required int[] Lengths { get; init; }
    public required int[] TitleLengths { get; init; }
    public required TermTable Terms { get; init; }
    public required WordList Words { get; init; }

    /// <summary>Postings that the forward index does not tell.</summary>
    public required OtherLists Others { get; init; }
    public required ulong[] Codes { get; init; }
    public required ExactNames Names { get; init; }
    public required IReadOnlyList<(string Written, int Part)> TextCodes { get; init; }
}
