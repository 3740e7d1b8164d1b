using KnowledgeBase.Content;

namespace KnowledgeBase.Search;

/// <summary>A section of a page: what is ranked, and what a hit opens at.</summary>
public sealed record SearchPart
{
    private readonly string _text = "";
    private readonly Func<(string Text, IReadOnlyList<Step> Steps)>? _read;

    /// <param name="anchor">Null for the page's own beginning.</param>
    /// <param name="text">Plain text, one line per block.</param>
    public SearchPart(string? anchor, string? heading, string text) => (Anchor, Heading, _text) = (anchor, heading, text);

    /// <param name="read">Called each time that the text or its steps are needed.</param>
    public SearchPart(string? anchor, string? heading, Func<(string Text, IReadOnlyList<Step> Steps)> read) => (Anchor, Heading, _read) = (anchor, heading, read);

    public string? Anchor { get; }

    public string? Heading { get; }

    public string Text => _read is null ? _text : _read().Text;

    /// <summary>Words that are not shown but found: symbols, readings.</summary>
    public string Keywords { get; init; } = "";

    /// <summary>Steps in the section, each with an anchor of its own.</summary>
    public IReadOnlyList<Step> Steps => _read is null ? [] : _read().Steps;

    /// <summary>Share of its words' score that the section keeps.</summary>
    public float Weight { get; init; } = 1;

    internal bool IsSame(SearchPart other) =>
        Anchor == other.Anchor && Heading == other.Heading && Text == other.Text && Keywords == other.Keywords && Weight == other.Weight
        && Steps.Select(s => (s.Id, s.Text)).SequenceEqual(other.Steps.Select(s => (s.Id, s.Text)));
}
