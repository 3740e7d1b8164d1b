namespace KnowledgeBase.Content;

/// <summary>`site.yaml`: what the site is called and what the home page picks.</summary>
public sealed record SiteText
{
    public LocalizedText Name { get; init; } = new("ナレッジベース", "Knowledge base");
    public LocalizedText Tagline { get; init; } = LocalizedText.Empty;

    /// <summary>Article ids that the home page shows, in order.</summary>
    public IReadOnlyList<string> HomeArticles { get; init; } = [];

    /// <summary>Codes that the home page shows, in order.</summary>
    public IReadOnlyList<ErrorCode> HomeCodes { get; init; } = [];

    /// <summary>The guide that the home page and dead ends offer.</summary>
    public string? HomeGuide { get; init; }

    public Locale DefaultLocale { get; init; } = Locale.Ja;

    /// <summary>The file it was read from; null where there is none.</summary>
    public string? Path { get; init; }

    /// <summary>Where each value stands in the file.</summary>
    public SourcePlaces Places { get; init; } = SourcePlaces.None;
}
