using KnowledgeBase.Content;

namespace KnowledgeBase.Site;

/// <summary>A page that was written or changed on a day (Feature 65). Either an article or a code.</summary>
/// <param name="IsNew">The day is the one of its first publication.</param>
public sealed record SiteChange(DateOnly Day, bool IsNew, string Title, string Summary, Article? Article, CodeEntry? Code)
{
    /// <summary>Changes of the pages in one language, latest first; within a day by title.</summary>
    public static IReadOnlyList<SiteChange> Of(SiteSnapshot site, Locale locale, ChangeFilter filter) =>
        [.. Articles(site, locale, filter).Concat(Codes(site, locale, filter)).OrderByDescending(c => c.Day).ThenBy(c => c.Title, StringComparer.Ordinal)];

    private static IEnumerable<SiteChange> Articles(SiteSnapshot site, Locale locale, ChangeFilter filter)
    {
        foreach (var article in site.Content.Articles)
            if (article.Locale == locale && filter.Takes(article) && (article.FrontMatter.Updated ?? article.FrontMatter.Published) is { } day)
                yield return new(day, day == article.FrontMatter.Published, article.Title, article.Summary, article, null);
    }

    private static IEnumerable<SiteChange> Codes(SiteSnapshot site, Locale locale, ChangeFilter filter)
    {
        foreach (var entry in site.Content.Codes)
            if (filter.Takes(entry) && entry.Updated is { } day)
                yield return new(day, false, $"{entry.Code.Hex} {entry.Title.In(locale)}", entry.Meaning.In(locale), null, entry);
    }
}
