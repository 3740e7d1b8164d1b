using KnowledgeBase.Content;
using KnowledgeBase.Search.Ranking;

namespace KnowledgeBase.Search.Indexing;

/// <summary>Everything an index holds, immutable: one segment, or a large one and a small one with the pages that came or
/// changed since; of the large one then some pages are outdated.</summary>
internal sealed class IndexData
{
    private readonly Segment _first;
    private readonly Segment? _added;
    private readonly Segment? _outdated;
    private readonly int[] _twins;
    private readonly int[] _twinParts;

    /// <param name="outdated">The pages of the first segment that are no longer there, as a segment of their own to take off the counts.</param>
    public IndexData(Segment first, Segment? added, Segment? outdated, IReadOnlySet<int> outdatedPages, CodeRegistry registry)
    {
        (_first, _added, _outdated) = (first, added, outdated);
        Segments = added is null ? [first] : [first, added];
        Pages = [.. first.Pages, .. added?.Pages ?? []];
        IsOutdated = outdatedPages;
        PageOf = NumberParts(Pages, first.Parts + (added?.Parts ?? 0));
        Vocabulary = new(first, added);
        Parts = PageOf.Length - (outdated?.Parts ?? 0);
        Norms = WithoutOutdated(Bm25.Norms([.. first.Lengths, .. added?.Lengths ?? []], Mean(s => s.Lengths), Bm25.B));
        TitleNorms = WithoutOutdated(Bm25.Norms([.. first.TitleLengths, .. added?.TitleLengths ?? []], Mean(s => s.TitleLengths), Bm25.TitleB));
        Weights = WeightsOf(Pages, PageOf.Length);
        Codes = new(added is null && outdatedPages.Count == 0 ? first.Codes : [.. first.Codes.Concat(added?.Codes ?? []).Where(c => !outdatedPages.Contains(PageOf[CodeField.PartOf(c)])).Order()], registry);
        _twins = FindTwins();
        _twinParts = FindTwinParts();
        (FacetPatterns, FacetPatternOf) = FindPatterns(Pages);

        double Mean(Func<Segment, int[]> lengths)
        {
            var sum = Sum(lengths(first)) + (added is null ? 0 : Sum(lengths(added))) - (outdated is null ? 0 : Sum(lengths(outdated)));
            return Parts == 0 ? 1 : sum / (double)Parts;
        }

        static long Sum(int[] numbers)
        {
            var sum = 0L;
            foreach (var number in numbers) sum += number;
            return sum;
        }
    }

    public IndexedPage[] Pages { get; }

    /// <summary>Numbers of pages that a later segment replaced or nobody has any more.</summary>
    public IReadOnlySet<int> IsOutdated { get; }

    /// <summary>Page of each part, outdated ones too.</summary>
    public int[] PageOf { get; }

    /// <summary>Number of parts that are not outdated.</summary>
    public int Parts { get; }

    /// <summary>BM25's denominators k1·(1−b+b·length/mean), over all fields and over title and heading alone; infinite for what
    /// is outdated, so that it never scores.</summary>
    public float[] Norms { get; }
    public float[] TitleNorms { get; }

    /// <summary><see cref="SearchDocument.Weight"/> of each part's page.</summary>
    public float[] Weights { get; }
    public Vocabulary Vocabulary { get; }

    public CodeField Codes { get; }

    public Segment[] Segments { get; }

    public long Bytes => _first.Bytes + (_added?.Bytes ?? 0);

    /// <summary>Facet values of each page as one of the patterns that occur.</summary>
    public int[] FacetPatternOf { get; }
    public uint[] FacetPatterns { get; }

    /// <summary>Number of parts that hold the term, and that hold it in title or heading.</summary>
    public (int All, int InTitle) Holding(int term)
    {
        var (all, inTitle) = _first.Postings.Holding(term);
        if (_added?.Postings.Holding(term) is { } more) (all, inTitle) = (all + more.All, inTitle + more.InTitle);
        if (_outdated?.Postings.Holding(term) is { } less) (all, inTitle) = (all - less.All, inTitle - less.InTitle);
        return (all, inTitle);
    }

    /// <summary>The same page in the other language, or -1.</summary>
    public int Twin(int page) => _twins[page];

    /// <summary>The same section of the page in the other language, or that page's beginning; only for parts of pages with a twin.</summary>
    public int TwinPart(int part) => _twinParts[part];

    public SearchPart Part(int part) => Pages[PageOf[part]].Document.Parts[part - Pages[PageOf[part]].FirstPart];

    public ForwardIndex Forward(int part) => _added is not null && part >= _added.FirstPart ? _added.Forward : _first.Forward;

    public bool IsLive(int part) => !IsOutdated.Contains(PageOf[part]);

    private static int[] NumberParts(IndexedPage[] pages, int parts)
    {
        var pageOf = new int[parts];
        for (var page = 0; page < pages.Length; page++) pageOf.AsSpan(pages[page].FirstPart, pages[page].Document.Parts.Count).Fill(page);
        return pageOf;
    }

    private static float[] WeightsOf(IndexedPage[] pages, int parts)
    {
        var weights = new float[parts];
        for (var page = 0; page < pages.Length; page++)
        {
            var document = pages[page].Document;
            for (var i = 0; i < document.Parts.Count; i++) weights[pages[page].FirstPart + i] = document.Weight * document.Parts[i].Weight;
        }
        return weights;
    }

    private static (uint[] Patterns, int[] Of) FindPatterns(IndexedPage[] pages)
    {
        var (patterns, numbers, of) = (new List<uint>(), new Dictionary<uint, int>(), new int[pages.Length]);
        for (var page = 0; page < of.Length; page++)
        {
            var bits = pages[page].FacetBits;
            if (!numbers.TryGetValue(bits, out of[page]))
            {
                numbers[bits] = of[page] = patterns.Count;
                patterns.Add(bits);
            }
        }
        return ([.. patterns], of);
    }

    private float[] WithoutOutdated(float[] norms)
    {
        foreach (var page in IsOutdated) norms.AsSpan(Pages[page].FirstPart, Pages[page].Document.Parts.Count).Fill(float.PositiveInfinity);
        return norms;
    }

    private int[] FindTwins()
    {
        var twins = new int[Pages.Length];
        Array.Fill(twins, -1);
        var seen = new Dictionary<string, int>[Enum.GetValues<HitKind>().Length];
        for (var page = 0; page < Pages.Length; page++)
        {
            if (IsOutdated.Contains(page)) continue;
            var (kind, id) = (Pages[page].Document.Kind, Pages[page].Document.Id);
            if ((seen[(int)kind] ??= []).TryAdd(id, page)) continue;
            var other = seen[(int)kind][id];
            if (twins[other] >= 0 || Pages[other].Locale == Pages[page].Locale) continue;
            (twins[page], twins[other]) = (other, page);
        }
        return twins;
    }

    // Versions of a page mostly have the same sections in the same order.
    private int[] FindTwinParts()
    {
        if (!_twins.AsSpan().ContainsAnyExcept(-1)) return [];
        var same = new int[PageOf.Length];
        for (var page = 0; page < _twins.Length; page++)
        {
            if (_twins[page] < 0) continue;
            var (own, other) = (Pages[page], Pages[_twins[page]]);
            for (var i = 0; i < own.Document.Parts.Count; i++) same[own.FirstPart + i] = other.FirstPart + SamePlace(own.Document.Parts[i].Anchor, other.Document.Parts, i);
        }
        return same;
    }

    private static int SamePlace(string? anchor, IReadOnlyList<SearchPart> parts, int likely)
    {
        if (likely < parts.Count && parts[likely].Anchor == anchor) return likely;
        for (var i = 0; i < parts.Count; i++)
            if (parts[i].Anchor == anchor) return i;
        return 0;
    }
}
