using System.Runtime.CompilerServices;
using KnowledgeBase.Content;

namespace KnowledgeBase.Search;

/// <summary>A page in one language as the engine sees it. Only here are the kinds of content told apart.</summary>
public sealed record SearchDocument
{
    // A case is two sentences under a short heading: by its length alone it would outrank the article that it leads to.
    private const float CaseWeight = 0.75f;

    // Known by its name in a header, without a source that explains it.
    private const float InferredWeight = 0.85f;

    // A guide's questions and outcomes name everything.
    private const float GuideQuestionsWeight = 0.7f;

    public required HitKind Kind { get; init; }

    /// <summary>Equal in both languages: of two versions of a page, a reader is shown their own.</summary>
    public required string Id { get; init; }
    public required Locale Locale { get; init; }
    public required string Title { get; init; }

    /// <summary>The code whose own page this is.</summary>
    public ErrorCode? OwnCode { get; init; }

    /// <summary>Codes that the author says the page is about.</summary>
    public IReadOnlyList<ErrorCode> Codes { get; init; } = [];
    public AppliesTo AppliesTo { get; init; } = AppliesTo.Everything;

    /// <summary>Factor on the score of its words; exact titles and codes are not touched. A glossary entry, all title and one
    /// sentence, would else come before the pages that help.</summary>
    public float Weight { get; init; } = 1;

    /// <summary>In reading order, the page's own beginning first; at least one.</summary>
    public required IReadOnlyList<SearchPart> Parts { get; init; }

    /// <summary>Whether both would be found and shown alike. Texts that were not read anew are the same objects, so this is quick.</summary>
    internal bool IsSame(SearchDocument other) =>
        ReferenceEquals(this, other)
        || (Kind == other.Kind && Id == other.Id && Locale == other.Locale && Title == other.Title && OwnCode == other.OwnCode && Weight == other.Weight
            && Codes.SequenceEqual(other.Codes) && AppliesTo.Os.SequenceEqual(other.AppliesTo.Os) && AppliesTo.Licence.SequenceEqual(other.AppliesTo.Licence)
            && AppliesTo.Edition.SequenceEqual(other.AppliesTo.Edition) && Parts.Count == other.Parts.Count
            && Parts.Zip(other.Parts).All(p => p.First.IsSame(p.Second)));

    /// <summary>A page of one part, for collections that are no content folder.</summary>
    public static SearchDocument Plain(string id, string title, string text, Locale locale) =>
        new() { Kind = HitKind.Article, Id = id, Locale = locale, Title = title, Parts = [new(null, null, text)] };

    public static IReadOnlyList<SearchDocument> From(ContentSet content) =>
    [
        .. Locale.All.SelectMany(l => content.Codes.Where(c => c.Title[l] is not null).Select(c => From(c, l))),
        .. content.Articles.Select(a => s_ofArticle.GetValue(a, From)),
        .. Locale.All.SelectMany(l => content.Guides.Where(g => g.Title[l] is not null).Select(g => From(g, l))),
        .. Locale.All.SelectMany(l => content.Glossary.Where(t => t.Name[l] is not null).Select(t => From(t, l))),
    ];

    // An article that was not read anew keeps its document.
    private static readonly ConditionalWeakTable<Article, SearchDocument> s_ofArticle = [];

    private static SearchDocument From(Article article) => new()
    {
        Kind = HitKind.Article,
        Id = article.Id.Value,
        Locale = article.Locale,
        Title = article.Title,
        Codes = article.FrontMatter.Codes,
        AppliesTo = article.FrontMatter.AppliesTo,
        Parts =
        [
            new(null, null, () => (Lines([article.Summary, article.LeadText]), [])),
            .. article.Headings.Select((h, i) => new SearchPart(h.Id, h.Text, () => (article.Sections[i].Text, article.Sections[i].Steps))),
        ],
    };

    private static SearchDocument From(CodeEntry entry, Locale locale) => new()
    {
        Kind = HitKind.Code,
        Id = entry.Code.Hex,
        Locale = locale,
        Title = entry.Title.In(locale),
        OwnCode = entry.Code,
        Weight = entry.Evidence == Evidence.Inferred ? InferredWeight : 1,
        AppliesTo = entry.AppliesTo,
        Parts =
        [
            new(null, null, Lines(
            [
                entry.Meaning[locale], entry.Who[locale], .. entry.Messages.Select(m => m[locale]), entry.First?.Text[locale],
                .. entry.Appears.Select(a => a[locale]), entry.RetiredNote[locale],
            ]))
            {
                Keywords = Lines([entry.Symbol, .. entry.Messages.Select(m => m[locale])]),
            },
            .. entry.Cases.Select(c => new SearchPart(c.Id, c.Who[locale], Lines([c.Cause[locale], c.Remedy[locale]])) { Weight = CaseWeight }),
        ],
    };

    private static SearchDocument From(Guide guide, Locale locale) => new()
    {
        Kind = HitKind.Guide,
        Id = guide.Id,
        Locale = locale,
        Title = guide.Title.In(locale),
        Parts =
        [
            new(null, null, Lines([guide.Summary[locale]])),
            new(null, null, Lines(
            [
                .. guide.Questions.SelectMany(q => new[] { q.Ask[locale], q.Help[locale] }),
                .. guide.Outcomes.SelectMany(o => new[] { o.Title[locale], o.Note[locale] }),
            ])) { Weight = GuideQuestionsWeight },
        ],
    };

    private static SearchDocument From(Term term, Locale locale) => new()
    {
        Kind = HitKind.Term,
        Weight = 0.35f,
        Id = term.Id,
        Locale = locale,
        Title = term.Name.In(locale),
        Parts =
        [
            new(null, null, Lines([term.Meaning[locale]]))
            {
                Keywords = Lines([.. term.Synonyms(locale), locale == Locale.Ja ? term.Reading : null]),
            },
        ],
    };

    private static string Lines(IEnumerable<string?> texts) => string.Join('\n', texts.Where(t => !string.IsNullOrWhiteSpace(t)));
}
