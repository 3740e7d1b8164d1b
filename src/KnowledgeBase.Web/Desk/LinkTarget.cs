using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Desk;
using KnowledgeBase.Web.Components.Parts;

namespace KnowledgeBase.Web.Desk;

/// <summary>A page that a link can name, in every language it has (Features 56–58).</summary>
public sealed record LinkTarget
{
    /// <summary>The page without a language; what the forms of the desk carry.</summary>
    public required string Short { get; init; }
    public required Func<Locale, string> Title { get; init; }

    /// <summary>The page in one language.</summary>
    public required Func<Locale, string> Page { get; init; }

    /// <summary>What can be opened on it, in one language.</summary>
    public Func<Locale, IReadOnlyList<LinkPart>> Parts { get; init; } = _ => [];

    /// <summary>The part that the address named; null for the whole page.</summary>
    public string? Anchor { get; init; }

    /// <summary>Systems for which the page has variants to open.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>The walk that the link continues; null for other pages.</summary>
    public GuidePosition? Position { get; init; }

    /// <summary>What the desk knows about it; null for a guide on the way and a term.</summary>
    public DeskSubject? Subject { get; init; }

    public static LinkTarget Of(SiteSnapshot site, DeskSubject subject) => subject.Kind switch
    {
        ReplySubject.Article => Of(site, subject.Article(site, Locale.Ja)),
        ReplySubject.Code => Of(subject.Code(site)),
        _ => Of(subject.Outcome(site)),
    };

    /// <summary>An outcome by a shortest way to it.</summary>
    public static LinkTarget Of((Guide Guide, Outcome Node) outcome) => Of(GuideWalk.Walk(outcome.Guide, GuideWay.To(outcome.Guide, outcome.Node.Id) ?? []));

    public static LinkTarget Of(SiteSnapshot site, Article article)
    {
        return new()
        {
            Short = Urls.ShortArticle(article.Id),
            Title = l => In(l).Title,
            Page = l => Urls.Article(l, In(l).Slug),
            Parts = l => [.. In(l).Sections.SelectMany(s => s.Steps.Select(t => new LinkPart(t.Id, $"{t.Number}. {Cut(t.Text)}", 1)).Prepend(new LinkPart(s.Id, s.Heading, 0)))],
            Variants = [.. AppliesTo.KnownOs.Where(os => article.FrontMatter.AppliesTo.Os.Contains(os))],
            Subject = DeskSubject.Of(article),
        };

        Article In(Locale locale) => site.ArticleForReader(locale, article.Id.Value) ?? article;
    }

    public static LinkTarget Of(CodeEntry entry) => new()
    {
        Short = Urls.ShortCode(entry.Code),
        Title = l => $"{entry.Code.Hex} {entry.Title.In(l)}",
        Page = l => Urls.Code(l, entry.Code),
        Parts = l => [.. entry.Cases.Select(c => new LinkPart(c.Id, c.Who.In(l), 0))],
        Subject = DeskSubject.Of(entry),
    };

    /// <summary>A guide with the answers given so far; with an outcome at its end that outcome.</summary>
    public static LinkTarget Of(GuidePosition position) => new()
    {
        Short = position.Path.Count == 0 ? Urls.ShortGuide(position.Guide.Id, []) : Urls.ShortPosition(position),
        Title = l => position.Node is Outcome outcome ? outcome.Title.In(l) : position.Guide.Title.In(l),
        Page = l => position.Path.Count == 0 ? Urls.Guide(l, position.Guide.Id) : Urls.GuidePosition(l, position),
        Position = position,
        Subject = position.Node is Outcome end ? DeskSubject.Of(position.Guide, end) : null,
    };

    /// <summary>Reads an address of this site, whole or from its first slash, as readers and colleagues hand it on, or a code; null for any
    /// other text.</summary>
    public static LinkTarget? Read(SiteSnapshot site, string? text)
    {
        var address = text?.Trim() ?? "";
        if (address.Length is 0 or > 4000) return null;
        if (ErrorCode.TryParse(address, out var typed)) return site.Code(typed) is { } page ? Of(page) : null;
        if (!address.StartsWith('/')) address = Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme is "https" or "http" ? whole!.PathAndQuery + whole.Fragment : "";
        var (path, anchor) = address.Split('#', 2) is [var before, { Length: > 0 } after] ? (before, Uri.UnescapeDataString(after)) : (address.Split('#')[0], null);
        var (place, query) = path.Split('?', 2) is [var head, var rest] ? (head, "?" + rest) : (path, "");
        var parts = place.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToList();
        if (parts.Count > 0 && Locale.Find(parts[0]) is not null) parts.RemoveAt(0);
        var found = parts switch
        {
            ["a" or "articles", var name] => (site.ArticleForReader(Locale.Ja, name) ?? site.ArticleBySlug(Locale.Ja, name) ?? site.ArticleBySlug(Locale.En, name)) is { } article ? Of(site, article) : null,
            ["c" or "codes" or "go", var form] => ErrorCode.TryParse(form, out var code) && site.Code(code) is { } entry ? Of(entry) : null,
            ["g" or "guides", var id, ..] => site.Guide(id) is { } guide ? Of(GuideWalk.Walk(guide, GuideQuery.Read(query).Answers)) : null,
            _ => null,
        };
        return anchor is not null && found?.Parts(Locale.Ja).Any(p => p.Anchor == anchor) == true ? found with { Anchor = anchor } : found;
    }

    private static string Cut(string text) => text.Length <= 60 ? text : text[..(char.IsHighSurrogate(text[58]) ? 58 : 59)] + "…";
}
