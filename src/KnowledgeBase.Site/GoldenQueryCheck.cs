using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Site;

/// <summary>Feature 94: every `findable-by` query returns its page first.</summary>
internal static class GoldenQueryCheck
{
    /// <param name="files">Files whose queries are asked; null: all.</param>
    public static IEnumerable<Diagnostic> Run(SiteSnapshot site, IReadOnlyCollection<string>? files) =>
        Queries(site.Content).Where(q => files?.Contains(q.Path) != false).AsParallel().AsOrdered().Select(q => Miss(site, q) is { } found ? Finding(q, found) : null).OfType<Diagnostic>();

    private static IEnumerable<GoldenQuery> Queries(ContentSet content)
    {
        foreach (var article in content.Articles)
            foreach (var (text, at) in article.FrontMatter.FindableBy.Select((q, i) => (q, i + 1)))
                yield return new(text, article.Locale, HitKind.Article, article.Id.Value, article.Path, article.FrontMatter.Places.At($"findable-by[{at}]"));
        var others = content.Codes.Select(c => (HitKind.Code, Id: c.Code.Hex, c.Path, c.Places, c.FindableBy))
            .Concat(content.Guides.Select(g => (HitKind.Guide, g.Id, g.Path, g.Places, g.FindableBy)));
        foreach (var (kind, id, path, places, queries) in others)
            foreach (var locale in Locale.All)
                foreach (var (text, at) in queries.In(locale).Select((q, i) => (q, i + 1)))
                    yield return new(text, locale, kind, id, path, places.At($"findable-by.{locale}[{at}]"));
    }

    /// <summary>Null when the page comes first; else what came instead.</summary>
    private static string? Miss(SiteSnapshot site, GoldenQuery query)
    {
        var results = site.Index.Search(new(query.Text, query.Locale) { Limit = 10, WithSnippets = false });
        // A code that stands in the query always comes before the articles about it.
        var named = query.Kind == HitKind.Code ? [] : results.ReadAs.Select(m => m.Code.Hex).ToHashSet();
        var first = results.Hits.FirstOrDefault(h => h.Kind != HitKind.Code || !named.Contains(h.Id));
        if (first is null) return "nothing";
        return first.Kind == query.Kind && first.Id == query.Id && first.Locale == query.Locale ? null : $"{first.Id} ({first.Locale.Tag}), \"{first.Title}\"";
    }

    // What came instead is no part of the mistake: it stays the same one when that page is renamed.
    private static Diagnostic Finding(GoldenQuery query, string found) => new(
        DiagnosticRule.GoldenQuery, query.Path, query.Place.Line, query.Place.Column, $"The query \"{query.Text}\" ({query.Locale.Tag}) does not find this page first.",
        $"It finds {found}. Say in title, summary or headings what the query says, or choose a query that belongs to this page.");

    /// <summary>A query and the page that has to come first.</summary>
    private sealed record GoldenQuery(string Text, Locale Locale, HitKind Kind, string Id, string Path, (int Line, int Column) Place);
}
