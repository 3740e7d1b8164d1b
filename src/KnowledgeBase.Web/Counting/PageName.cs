using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Insights;

namespace KnowledgeBase.Web.Counting;

/// <summary>Which page an address shows, by the names that votes use too.</summary>
public static class PageName
{
    /// <summary>Null for what is no reading page.</summary>
    /// <param name="path">As it came, such as `/ja/codes/0xC004F213`.</param>
    public static (string Page, Locale Locale)? Of(SiteSnapshot site, string path)
    {
        var parts = path.Split('/');
        if (parts.Length is < 2 or > 4 || parts[0].Length > 0 || Locale.Find(parts[1]) is not { } locale) return null;
        var page = parts[2..] switch
        {
            [] => "page/home",
            ["codes"] or ["glossary"] => "page/" + parts[2],
            ["articles", var slug] when (site.ArticleBySlug(locale, slug) ?? site.ArticleBySlug(locale.Other, slug)) is { } article => Vote.PageOf(article),
            ["codes", var form] when ErrorCode.TryParse(form, out var code) && site.Code(code) is { } entry => Vote.PageOf(entry),
            ["guides", var id] when site.Guide(id) is { } guide => "guide/" + guide.Id,
            ["categories", var id] when site.Category(id) is { } category => "category/" + category.Id,
            _ => null,
        };
        return page is null ? null : (page, locale);
    }
}
