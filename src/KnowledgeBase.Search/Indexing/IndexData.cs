namespace KnowledgeBase.Search.Indexing;

/// <summary>Everything an index holds, immutable.</summary>
internal sealed record IndexData
{
    public required IReadOnlyList<IndexedPage> Pages
    {
        get;
        init
        {
            field = value;
            TermPages = [.. value.Where(p => p.Document.Kind == HitKind.Term).Select(p => (p.FirstPart, p.Document.Parts.Count))];
        }
    }

    /// <summary>Page of each part.</summary>
    public required int[] PageOf { get; init; }

    /// <summary>BM25's denominators k1·(1−b+b·length/mean), over all fields and over title and heading alone.</summary>
    public required float[] Norms { get; init; }
    public required float[] TitleNorms { get; init; }

    /// <summary><see cref="SearchDocument.Weight"/> of each part's page.</summary>
    public required float[] Weights { get; init; }
    public required Vocabulary Vocabulary { get; init; }
    public required Postings Postings { get; init; }
    public required ForwardIndex Forward { get; init; }
    public required CodeField Codes { get; init; }

    /// <summary>Parts by folded title (first parts) and by folded heading.</summary>
    public required ILookup<string, int> Titles { get; init; }
    public required ILookup<string, int> Headings { get; init; }

    /// <summary>Parts by each folded line of their keywords: symbols, messages, synonyms.</summary>
    public required ILookup<string, int> Aliases { get; init; }

    /// <summary>First part and number of parts of each glossary entry.</summary>
    public IReadOnlyList<(int First, int Count)> TermPages { get; private init; } = [];

    public bool IsTerm(int part) => Pages[PageOf[part]].Document.Kind == HitKind.Term;

    public SearchPart Part(int part) => Pages[PageOf[part]].Document.Parts[part - Pages[PageOf[part]].FirstPart];
}
