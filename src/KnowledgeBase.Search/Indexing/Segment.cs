namespace KnowledgeBase.Search.Indexing;

/// <summary>The packed lists of some pages, immutable. The numbers of parts and terms go on where the segment before ends.</summary>
internal sealed record Segment
{
    public required IReadOnlyList<IndexedPage> Pages { get; init; }
    public required int FirstPart { get; init; }

    /// <summary>Weighted number of terms of each part, in <see cref="Postings.Unit"/>, and number of terms in title and heading.</summary>
    public required int[] Lengths { get; init; }
    public required int[] TitleLengths { get; init; }

    /// <summary>Terms that no earlier segment has.</summary>
    public required TermTable Terms { get; init; }
    public required WordList Words { get; init; }

    /// <summary>Both tell the same terms; of a saved segment they may still be counted, and whoever asks for one waits.</summary>
    public required Task<(ForwardIndex Forward, Postings Postings)> Counted { get; init; }
    public ForwardIndex Forward => Counted.GetAwaiter().GetResult().Forward;
    public Postings Postings => Counted.GetAwaiter().GetResult().Postings;

    /// <summary>As <see cref="CodeField.Pack"/> makes them, ascending.</summary>
    public required ulong[] Codes { get; init; }
    public required ExactNames Names { get; init; }

    /// <summary>Textual codes (ERR-1042) as titles and headings write them.</summary>
    public required IReadOnlyList<(string Written, int Part)> TextCodes { get; init; }

    public int Parts => Lengths.Length;

    public long Bytes => Postings.Bytes + Forward.Bytes + Terms.Bytes + Words.Bytes + (Lengths.Length + TitleLengths.Length) * 4L;
}
