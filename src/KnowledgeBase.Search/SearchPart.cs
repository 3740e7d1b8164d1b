namespace KnowledgeBase.Search;

/// <summary>A section of a page: what is ranked, and what a hit opens at.</summary>
/// <param name="Anchor">Null for the page's own beginning.</param>
/// <param name="Text">Plain text, one line per block.</param>
public sealed record SearchPart(string? Anchor, string? Heading, string Text)
{
    /// <summary>Words that are not shown but found: symbols, readings.</summary>
    public string Keywords { get; init; } = "";

    /// <summary>Anchors inside the section with the text that stands there.</summary>
    public IReadOnlyList<(string Anchor, string Text)> Steps { get; init; } = [];

    /// <summary>Share of its words' score that the section keeps.</summary>
    public float Weight { get; init; } = 1;

    internal bool IsSame(SearchPart other) =>
        Anchor == other.Anchor && Heading == other.Heading && Text == other.Text && Keywords == other.Keywords && Weight == other.Weight && Steps.SequenceEqual(other.Steps);
}
