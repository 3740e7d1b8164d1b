using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Webhooks;

/// <summary>A page in one language and which text it has.</summary>
/// <param name="Kind">`article`, `code` or `guide`.</param>
/// <param name="Id">Permanent name of an article, hex form of a code, id of a guide.</param>
/// <param name="Revision">First 12 hex digits of the SHA-256 of the text.</param>
public sealed record PageState(string Kind, string Lang, string Id, string Revision)
{
    /// <summary>Title and path of the page; nulls where it is not there.</summary>
    public (string? Title, string? Path) Find(SiteSnapshot site)
    {
        if (Locale.Find(Lang) is not { } locale) return default;
        return Kind switch
        {
            "article" when site.ArticleById(locale, Id) is { } article => (article.Title, ContentLinks.Article(locale, article.Slug)),
            "code" when ErrorCode.TryParse(Id, out var code) && site.Code(code) is { } entry => (entry.Title.In(locale), ContentLinks.Code(locale, code)),
            "guide" when site.Guide(Id) is { } guide => (guide.Title.In(locale), ContentLinks.Guide(locale, Id)),
            _ => default,
        };
    }
}
