using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Site;

/// <summary>Feature 94: every `findable-by` query returns its page first.</summary>
internal static class GoldenQueryCheck
{
    /// <param name="files">Files whose queries are asked; null: all.</param>
    public static IEnumerable<Diagnostic> Run(SiteSnapshot site, IReadOnlyCollection<string>? files)
    {
        foreach (var article in site.Content.Articles.Where(a => files?.Contains(a.Path) != false))
            foreach (var (query, at) in article.FrontMatter.FindableBy.Select((q, i) => (q, i + 1)))
                if (Miss(site, query, article.Locale, HitKind.Article, article.Id.Value) is { } found)
                    yield return Finding(article.Path, article.FrontMatter.Places.At($"findable-by[{at}]"), query, article.Locale, found);
        var others = site.Content.Codes.Select(c => (HitKind.Code, Id: c.Code.Hex, c.Path, c.Places, c.FindableBy))
            .Concat(site.Content.Guides.Select(g => (HitKind.Guide, g.Id, g.Path, g.Places, g.FindableBy)));
        foreach (var (kind, id, path, places, queries) in others.Where(o => files?.Contains(o.Path) != false))
            foreach (var locale in Locale.All)
                foreach (var (query, at) in queries.In(locale).Select((q, i) => (q, i + 1)))
                    if (Miss(site, query, locale, kind, id) is { } found)
                        yield return Finding(path, places.At($"findable-by.{locale}[{at}]"), query, locale, found);
    }

    /// <summary>Null when the page comes first; else what came instead.</summary>
    private static string? Miss(SiteSnapshot site, string query, Locale locale, HitKind kind, string id)
    {
        var results = site.Index.Search(new(query, locale) { Limit = 10, WithSnippets = false });
        // A code that stands in the query always comes before the articles about it.
        var named = kind == HitKind.Code ? [] : results.ReadAs.Select(m => m.Code.Hex).ToHashSet();
        var first = results.Hits.FirstOrDefault(h => h.Kind != HitKind.Code || !named.Contains(h.Id));
        if (first is null) return "nothing";
        return first.Kind == kind && first.Id == id && first.Locale == locale ? null : $"{first.Id} ({first.Locale.Tag}), \"{first.Title}\"";
    }

    // What came instead is no part of the mistake: it stays the same one when that page is renamed.
    private static Diagnostic Finding(string path, (int Line, int Column) place, string query, Locale locale, string found) => new(
        DiagnosticRule.GoldenQuery, path, place.Line, place.Column, $"The query \"{query}\" ({locale.Tag}) does not find this page first.",
        $"It finds {found}. Say in title, summary or headings what the query says, or choose a query that belongs to this page.");
}
