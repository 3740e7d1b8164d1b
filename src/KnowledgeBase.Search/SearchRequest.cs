using KnowledgeBase.Content;

namespace KnowledgeBase.Search;

/// <summary>A search as a visitor asks it.</summary>
/// <param name="Query">As typed; any text, any length (the engine reads the first 2,000 characters).</param>
/// <param name="Locale">The reader's language: its pages come first, the other language's after, labelled.</param>
public sealed record SearchRequest(string Query, Locale Locale)
{
    /// <summary>1 to 100.</summary>
    public int Limit { get; init; } = 10;
    public int Offset { get; init; }

    /// <summary>Off: the best page first in whatever language, each version of a page by itself.</summary>
    public bool OwnLanguageFirst { get; init; } = true;

    /// <summary>Facets: an id of <see cref="AppliesTo"/>, or null for all.</summary>
    public string? Os { get; init; }
    public string? Licence { get; init; }
    public string? Edition { get; init; }
    public HitKind? Kind { get; init; }

    /// <summary>Only pages written in this language.</summary>
    public Locale? Language { get; init; }

    /// <summary>Off: hits without a passage of their text, for those who need the order alone.</summary>
    public bool WithSnippets { get; init; } = true;
}
