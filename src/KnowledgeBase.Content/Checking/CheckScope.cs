namespace KnowledgeBase.Content.Checking;

/// <summary>The content under check, with what several rules look up.</summary>
internal sealed class CheckScope
{
    private readonly ILookup<string, Article> _articles;
    private readonly HashSet<ErrorCode> _codes;

    public CheckScope(ContentSet content, DateOnly today)
    {
        (Content, Today) = (content, today);
        _articles = content.Articles.SelectMany(a => a.Id.Value == a.Slug ? [(a.Slug, a)] : new[] { (a.Id.Value, a), (a.Slug, a) }).ToLookup(a => a.Item1, a => a.a);
        _codes = content.Codes.Select(c => c.Code).ToHashSet();
        Guides = content.Guides.ToDictionary(g => g.Id);
        Entries = content.Codes.ToDictionary(c => c.Code);
        Pairs = [.. content.Articles.GroupBy(a => a.Id).Where(g => g.Count() == 2).Select(g => ArticlePair.Of(g.First(), g.Last()))];
        Targets = new(this);
        Links = [.. LinkCollector.Collect(content).Select(l => (l, Targets.Judge(l.Target, l.Locale, l.From)))];
    }

    public ContentSet Content { get; }

    public DateOnly Today { get; }

    public IReadOnlyDictionary<string, Guide> Guides { get; }

    public IReadOnlyDictionary<ErrorCode, CodeEntry> Entries { get; }

    /// <summary>Articles that stand in both languages.</summary>
    public IReadOnlyList<ArticlePair> Pairs { get; }

    public LinkTargets Targets { get; }

    /// <summary>Every link of the content with what became of it.</summary>
    public IReadOnlyList<(ContentLink Link, LinkVerdict Verdict)> Links { get; }

    /// <summary>The article with this id or slug, in this language where it is there.</summary>
    public Article? Article(string idOrSlug, Locale? locale = null) =>
        _articles[idOrSlug].OrderByDescending(a => a.Locale == locale).FirstOrDefault();

    /// <summary>Whether a code has a page or stands in the registry.</summary>
    public bool IsKnown(ErrorCode code) => _codes.Contains(code) || Content.Registry.Find(code) is not null;
}
