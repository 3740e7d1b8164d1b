using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Desk;

/// <summary>What support staff write and count about: an article, a code or the outcome of a guided check.</summary>
/// <param name="Key">As votes name pages: `article/id`, `code/0x…`, `outcome/guide/node`.</param>
/// <param name="Name">As replies name it: the key without its first word.</param>
public sealed record DeskSubject(ReplySubject Kind, string Key, string Name)
{
    public static DeskSubject Of(Article article) => Of(ReplySubject.Article, ReplyTemplate.NameOf(article));

    public static DeskSubject Of(CodeEntry entry) => Of(ReplySubject.Code, ReplyTemplate.NameOf(entry));

    public static DeskSubject Of(Guide guide, Outcome outcome) => Of(ReplySubject.Outcome, ReplyTemplate.NameOf(guide, outcome));

    /// <summary>The subject of that key, or null where nothing of that name is live.</summary>
    public static DeskSubject? Find(SiteSnapshot site, string? key) => key?.Split('/') switch
    {
        ["article", var id] when site.ArticleForReader(Locale.Ja, id) is { } article => Of(article),
        ["code", var hex] when ErrorCode.TryParse(hex, out var code) && site.Code(code) is { } entry => Of(entry),
        ["outcome", var guide, var node] when site.Guide(guide) is { } found && found.Nodes.GetValueOrDefault(node) is Outcome outcome => Of(found, outcome),
        _ => null,
    };

    /// <summary>Every subject that is live: articles, codes, outcomes.</summary>
    public static IEnumerable<DeskSubject> All(SiteSnapshot site) =>
        site.Content.Articles.DistinctBy(a => a.Id).Select(Of)
            .Concat(site.Content.Codes.Select(Of))
            .Concat(site.Content.Guides.SelectMany(g => g.Outcomes.Select(o => Of(g, o))));

    /// <summary>What the subject is called, in this language where it has one there.</summary>
    public string Title(SiteSnapshot site, Locale locale) => Kind switch
    {
        ReplySubject.Article => Article(site, locale).Title,
        ReplySubject.Code => $"{Name} {Code(site).Title.In(locale)}",
        _ => Outcome(site).Outcome.Title.In(locale),
    };

    /// <exception cref="InvalidOperationException">The subject is no article of this snapshot.</exception>
    public Article Article(SiteSnapshot site, Locale locale) => site.ArticleForReader(locale, Name) ?? throw new InvalidOperationException(Key);

    /// <exception cref="InvalidOperationException">The subject is no code of this snapshot.</exception>
    public CodeEntry Code(SiteSnapshot site) => ErrorCode.TryParse(Name, out var code) && site.Code(code) is { } entry ? entry : throw new InvalidOperationException(Key);

    /// <exception cref="InvalidOperationException">The subject is no outcome of this snapshot.</exception>
    public (Guide Guide, Outcome Outcome) Outcome(SiteSnapshot site) =>
        Name.Split('/') is [var id, var node] && site.Guide(id) is { } guide && guide.Nodes.GetValueOrDefault(node) is Outcome outcome ? (guide, outcome) : throw new InvalidOperationException(Key);

    private static DeskSubject Of(ReplySubject kind, string name) => new(kind, $"{kind.ToString().ToLowerInvariant()}/{name}", name);
}
