using KnowledgeBase.Content;
using KnowledgeBase.Site;

namespace KnowledgeBase.Web.Components.Parts;

/// <summary>The part of an article that an outcome names, to be shown in place: the article's own HTML, not a copy.</summary>
/// <param name="Address">The part at its own place.</param>
/// <param name="Html">Sanitised HTML without the part's heading; links within the article lead to the article.</param>
public sealed record ProcedureText(Article Article, string Address, string Html)
{
    /// <param name="reference">`id` or `id#section-or-step`.</param>
    /// <returns>Null where no such article is live.</returns>
    public static ProcedureText? Find(SiteSnapshot site, Locale locale, string reference)
    {
        var parts = reference.Split('#', 2);
        if (site.ArticleForReader(locale, parts[0]) is not { } article) return null;
        var html = string.Concat(Sections(article, parts.Length > 1 ? parts[1] : null).Select((s, i) => i == 0 ? WithoutHeading(s.Html) : s.Html));
        var page = Urls.Article(locale, article.Slug);
        return new(article, Urls.Article(site, locale, reference), html.Replace("href=\"#", $"href=\"{page}#", StringComparison.Ordinal));
    }

    // The section that holds the anchor, with those below it; without an anchor the first section that has steps.
    private static IEnumerable<Section> Sections(Article article, string? anchor)
    {
        var all = article.Sections;
        var at = Enumerable.Range(0, all.Count).FirstOrDefault(i => anchor is null ? all[i].Steps.Count > 0 : Holds(all[i], anchor), -1);
        return at < 0 ? [] : [all[at], .. all.Skip(at + 1).TakeWhile(s => s.Level > all[at].Level)];
    }

    private static bool Holds(Section section, string anchor) => section.Id == anchor || section.Steps.Any(s => s.Id == anchor);

    private static string WithoutHeading(string html)
    {
        if (!html.TrimStart().StartsWith("<h", StringComparison.Ordinal)) return html;
        var end = html.IndexOf("</h", StringComparison.Ordinal);
        return end < 0 ? html : html[(html.IndexOf('>', end) + 1)..];
    }
}
