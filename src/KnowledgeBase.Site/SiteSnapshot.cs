using System.Collections.Frozen;
using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Site;

/// <summary>All that is live, in one immutable value: take it once per operation from <see cref="CurrentSite"/>.</summary>
public sealed class SiteSnapshot
{
    private readonly FrozenDictionary<(Locale, string), Article> _bySlug;
    private readonly FrozenDictionary<(Locale, string), Article> _byId;
    private readonly FrozenDictionary<ErrorCode, CodeEntry> _codes;
    private readonly FrozenDictionary<string, Guide> _guides;
    private readonly RecentAnswers _answers;

    public SiteSnapshot(ContentSet content, SearchIndex index, SnapshotInfo info)
    {
        (Content, Index, Info) = (content, index, info);
        _bySlug = content.Articles.ToFrozenDictionary(a => (a.Locale, a.Slug));
        _byId = content.Articles.ToFrozenDictionary(a => (a.Locale, a.Id.Value));
        _codes = content.Codes.ToFrozenDictionary(c => c.Code);
        _guides = content.Guides.ToFrozenDictionary(g => g.Id);
        _answers = new(index);
    }

    public ContentSet Content { get; }

    public SearchIndex Index { get; }

    /// <summary>A reader's search; what was asked shortly before is answered from memory.</summary>
    public SearchResults Search(SearchRequest request) => _answers.Of(request);

    public SnapshotInfo Info { get; }

    /// <summary>Translations whose source was changed in a way that misleads readers, by language and id.</summary>
    public IReadOnlyDictionary<(Locale, string), StaleTranslation> Stale { get; init; } = FrozenDictionary<(Locale, string), StaleTranslation>.Empty;

    /// <summary>The same content, with other translations known to be stale; counts as the next generation.</summary>
    public SiteSnapshot With(IReadOnlyDictionary<(Locale, string), StaleTranslation> stale) => new(Content, Index, Info with { Generation = Info.Generation + 1 }) { Stale = stale };

    /// <summary>The article at this address in exactly this language, or null.</summary>
    public Article? ArticleBySlug(Locale locale, string slug) => _bySlug.GetValueOrDefault((locale, slug));

    /// <summary>The article with this permanent name in exactly this language, or null.</summary>
    public Article? ArticleById(Locale locale, string id) => _byId.GetValueOrDefault((locale, id));

    /// <summary>The article in this language, else in the other; null when there is none.</summary>
    public Article? ArticleForReader(Locale locale, string id) => ArticleById(locale, id) ?? ArticleById(locale.Other, id);

    public CodeEntry? Code(ErrorCode code) => _codes.GetValueOrDefault(code);

    public Guide? Guide(string id) => _guides.GetValueOrDefault(id);

    /// <summary>Whether this is an article about the site itself, which helps nobody with a problem.</summary>
    public bool IsAboutSite(SearchHit hit) =>
        hit.Kind == HitKind.Article && ArticleForReader(hit.Locale, hit.Id) is { } article && Category(article.Category)?.IsAboutSite == true;

    public Category? Category(string id) => Content.Categories.FirstOrDefault(c => c.Id == id);
}
