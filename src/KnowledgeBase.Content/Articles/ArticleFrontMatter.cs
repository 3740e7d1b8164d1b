namespace KnowledgeBase.Content;

/// <summary>The YAML block at the top of an article, as read. Only title and summary are asked of an author.</summary>
public sealed record ArticleFrontMatter
{
    public string? Id { get; init; }
    public IReadOnlyList<ErrorCode> Codes { get; init; } = [];
    public AppliesTo AppliesTo { get; init; } = AppliesTo.Everything;
    public DateOnly? Published { get; init; }
    public DateOnly? Updated { get; init; }
    public string? Author { get; init; }
    public string? Owner { get; init; }
    public DateOnly? ReviewBy { get; init; }
    public Verification? Verified { get; init; }
    public Locale? SourceLanguage { get; init; }

    /// <summary>Revision of the source text that this translation follows.</summary>
    public string? TranslatedFrom { get; init; }

    /// <summary>Nobody has read this translation yet; readers are told.</summary>
    public bool MachineTranslated { get; init; }

    /// <summary>False while the author still works on the source: then the other language is not asked for.</summary>
    public bool ReadyToTranslate { get; init; } = true;

    /// <summary>Before this moment the article is nowhere public; null: at once.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>Queries in this article's language.</summary>
    public IReadOnlyList<string> FindableBy { get; init; } = [];
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>Ids of related articles, chosen by the author.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Where each value stands in the file.</summary>
    public SourcePlaces Places { get; init; } = SourcePlaces.None;
}
