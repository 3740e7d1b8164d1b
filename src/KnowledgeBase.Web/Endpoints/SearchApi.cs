using System.ComponentModel;
using KnowledgeBase.Content;
using KnowledgeBase.Search;
using KnowledgeBase.Site;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>`/api/search` and `/api/suggest`.</summary>
public static class SearchApi
{
    public static void MapSearchApi(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/search", Search).WithSummary("Pages that answer a query, best first.");
        app.MapGet("/api/suggest", Suggest).WithSummary("Completions for what stands in the search box.");
    }

    private static Results<Ok<SearchAnswer>, ValidationProblem> Search(
        HttpContext context, CurrentSite current, [AsParameters] SearchFacets facets,
        [Description("What a reader would type: words, a code in any form, or a pasted message. Product keys and installation ids in it are masked.")] string? q = null,
        [Description(ApiQuery.LangMeaning)] string? lang = null, [Description("Most hits to answer: 1 to 100, 10 without it.")] string? limit = null)
    {
        if (!ApiQuery.TryLocale(context, lang, out var locale, out var problem)) return problem;
        if (!ApiQuery.TryNumber("limit", limit, (10, 1, 100), out var most, out problem)) return problem;
        if (facets.Problem is { } wrong) return wrong;
        var site = current.Snapshot;
        var query = SensitiveText.Mask(q ?? "");
        var results = site.Search(new(query, locale) { Limit = most, Os = facets.Os, Licence = facets.Licence, Edition = facets.Edition, Language = Locale.Find(facets.Language), Kind = facets.HitKind });
        SiteMetrics.Searched(results, locale.Tag);
        return TypedResults.Ok(new SearchAnswer(
            query, Readings(results.ReadAs), results.Total, [.. results.Hits.Select(h => Hit(site, h))],
            [.. results.DidYouMean.Select(d => new SearchAnswer.Offer(
                d.Code is null ? "query" : "code", d.Text, d.Code is { } code ? Urls.Code(locale, code) : Urls.Search(locale, d.Text)))],
            results.Microseconds));
    }

    private static Results<Ok<SuggestAnswer>, ValidationProblem> Suggest(HttpContext context, CurrentSite current, [Description("What stands in the search box.")] string? q = null, [Description(ApiQuery.LangMeaning)] string? lang = null,
        [Description("Most suggestions to answer: 1 to 20, 8 without it.")] string? limit = null)
    {
        if (!ApiQuery.TryLocale(context, lang, out var locale, out var problem)) return problem;
        if (!ApiQuery.TryNumber("limit", limit, (8, 1, 20), out var most, out problem)) return problem;
        var site = current.Snapshot;
        var query = SensitiveText.Mask(q ?? "");
        var items = site.Index.Suggest(query, locale, most).Select(s => new SuggestAnswer.Item(
            s is { Kind: HitKind.Article, Anchor: not null } ? "section" : Kind(s.Kind), s.Text, Urls.Suggestion(site, locale, s)));
        return TypedResults.Ok(new SuggestAnswer(query, Readings(ErrorCode.FindAll(query)), [.. items]));
    }

    private static IReadOnlyList<SearchAnswer.Reading> Readings(IEnumerable<ErrorCodeMatch> found) =>
        [.. found.DistinctBy(m => m.Code).Select(m => new SearchAnswer.Reading(m.Written, m.Code.Hex))];

    private static SearchAnswer.Hit Hit(SiteSnapshot site, SearchHit hit) => new()
    {
        Kind = Kind(hit.Kind),
        Id = hit.Id,
        Lang = hit.Locale.Tag,
        Title = hit.Title,
        Url = Urls.Hit(site, hit),
        Section = hit.Section,
        Snippet = new(hit.Snippet.Text, [.. hit.Snippet.Marks.Select(m => (IReadOnlyList<int>)[m.Start, m.Length])]),
        Score = Math.Round(hit.Score, 4),
    };

    private static string Kind(HitKind kind) => kind switch
    {
        HitKind.Code => "code",
        HitKind.Article => "article",
        HitKind.Guide => "guide",
        _ => "term",
    };
}
