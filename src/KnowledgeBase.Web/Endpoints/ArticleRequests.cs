using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Web.Components.Parts;
using KnowledgeBase.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>Takes the forms that ask for an article, on the page of a code without one and on a search that finds nothing, and sends
/// the visitor back to that page.</summary>
public static class ArticleRequests
{
    public static void MapArticleRequests(this IEndpointRouteBuilder app) =>
        app.MapPost("/{culture:regex(^(ja|en)$)}/requests", Take).GuardVisitorPost();

    private static async Task<IResult> Take(
        HttpContext context, CurrentSite current, IVisitorStore store, string culture, [FromForm(Name = "code")] string? code = null, [FromForm(Name = "q")] string? query = null)
    {
        var (site, locale) = (current.Snapshot, Locale.Find(culture) ?? Locale.Ja);
        if (ErrorCode.TryParse(code, out var parsed))
        {
            // Written since the form was shown: there it is.
            var page = Urls.Code(locale, parsed);
            return site.Code(parsed) is not null ? VisitorAnswer.Back(context, page) : VisitorAnswer.Back(context, page, await Keep(ArticleRequest.ForCode(parsed, locale)));
        }

        if (ArticleRequest.ForQuery(query, locale) is not { } request) return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        var words = SensitiveText.Mask(query!);
        var results = Urls.Search(locale, words);
        var found = site.Index.Search(new(words, locale) { Limit = 1 }).Total > 0;
        return found ? VisitorAnswer.Back(context, results) : VisitorAnswer.Back(context, results, await Keep(request));

        async Task<string> Keep(ArticleRequest wish) => await store.Add(wish, Visitor.At(context.Connection.RemoteIpAddress), context.RequestAborted) switch
        {
            Recorded.Counted => Notice.Counted,
            Recorded.Repeated => Notice.Repeated,
            _ => Notice.NotKept,
        };
    }
}
