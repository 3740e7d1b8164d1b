namespace KnowledgeBase.Content;

/// <summary>The page of one error code, texts in both languages.</summary>
public sealed record CodeEntry
{
    public required ErrorCode Code { get; init; }
    public string? Symbol { get; init; }

    /// <summary>Which part of Windows speaks: `key`, `activation-server`, `hardware-change`, `network`, `kms-client` …</summary>
    public string? Area { get; init; }
    public required LocalizedText Title { get; init; }

    /// <summary>One or two sentences: what the code means.</summary>
    public required LocalizedText Meaning { get; init; }

    /// <summary>Whom it concerns, in one sentence.</summary>
    public LocalizedText Who { get; init; } = LocalizedText.Empty;

    /// <summary>The first thing to do.</summary>
    public CodeAction? First { get; init; }

    /// <summary>Wording that Windows shows with the code: pasted text without the code finds the page by it.</summary>
    public IReadOnlyList<LocalizedText> Messages { get; init; } = [];

    /// <summary>Where the code is seen (Settings, slmgr box, Event Viewer), and on which builds.</summary>
    public IReadOnlyList<LocalizedText> Appears { get; init; } = [];
    public IReadOnlyList<CodeCase> Cases { get; init; } = [];
    public IReadOnlyList<ErrorCode> Related { get; init; } = [];
    public IReadOnlyList<ConfusedCode> ConfusedWith { get; init; } = [];
    public CodeGuideEntry? Guide { get; init; }
    public CodeStatus Status { get; init; }

    /// <summary>Why the code is retired and what replaces it; empty while current.</summary>
    public LocalizedText RetiredNote { get; init; } = LocalizedText.Empty;

    /// <summary>How sure the statements are.</summary>
    public Evidence Evidence { get; init; } = Evidence.Documented;
    public AppliesTo AppliesTo { get; init; } = AppliesTo.Everything;
    public GoldenQueries FindableBy { get; init; } = GoldenQueries.None;
    public IReadOnlyList<Source> Sources { get; init; } = [];
    public DateOnly? Updated { get; init; }
    public Verification? Verified { get; init; }
    public required string Path { get; init; }

    /// <summary>First 12 hex digits of the SHA-256 of the text: what votes refer to.</summary>
    public string Revision { get; init; } = "";

    /// <summary>Where each value stands in the file.</summary>
    public SourcePlaces Places { get; init; } = SourcePlaces.None;
}
