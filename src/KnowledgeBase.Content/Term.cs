namespace KnowledgeBase.Content;

/// <summary>A glossary entry. Its synonyms drive the search in both directions.</summary>
public sealed record Term
{
    /// <summary>Anchor on the glossary page: lower-case Latin letters, digits, hyphens.</summary>
    public required string Id { get; init; }
    public required LocalizedText Name { get; init; }

    /// <summary>1-based line in the glossary.</summary>
    public int Line { get; init; } = 1;

    /// <summary>How the Japanese name is read, in hiragana.</summary>
    public string? Reading { get; init; }
    public IReadOnlyList<string> SynonymsJa { get; init; } = [];
    public IReadOnlyList<string> SynonymsEn { get; init; } = [];

    /// <summary>Forms that texts of this site do not use; the name stands in their place. Searches do not know them.</summary>
    public IReadOnlyList<string> AvoidJa { get; init; } = [];
    public IReadOnlyList<string> AvoidEn { get; init; } = [];
    public required LocalizedText Meaning { get; init; }

    /// <summary>Article id where the term is explained at length, optionally with `#section`.</summary>
    public string? See { get; init; }

    public IReadOnlyList<string> Synonyms(Locale locale) => locale == Locale.Ja ? SynonymsJa : SynonymsEn;

    public IReadOnlyList<string> Avoid(Locale locale) => locale == Locale.Ja ? AvoidJa : AvoidEn;
}
