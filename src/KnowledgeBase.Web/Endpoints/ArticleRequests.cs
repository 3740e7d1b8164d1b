using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Web.Components.Parts;
using KnowledgeBase.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
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
        context.Response.Headers.CacheControl = "no-store";
        if (ErrorCode.TryParse(code, out var parsed))
        {
            // Written since the form was shown: there it is.
            var page = Urls.Code(locale, parsed);
            return site.Code(parsed) is not null ? Back(context, page) : Back(context, page, await Keep(ArticleRequest.ForCode(parsed, locale)));
        }

        if (ArticleRequest.ForQuery(query, locale) is not { } request) return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        var words = SensitiveText.Mask(query!);
        var found = site.Index.Search(new(words, locale) { Limit = 1 }).Total > 0;
        return found ? Back(context, Urls.Search(locale, words)) : Back(context, Urls.Search(locale, words), await Keep(request));

        Task<Recorded> Keep(ArticleRequest wish) => store.Add(wish, Visitor.At(context.Connection.RemoteIpAddress), context.RequestAborted);
    }

    // 303 makes it a GET, so that a reload asks for nothing. The fragment shows the notice: pages stay the same for everybody.
    private static StatusCodeHttpResult Back(HttpContext context, string page, Recorded? outcome = null)
    {
        context.Response.Headers.Location = outcome is null ? page : $"{page}#{Notice.Of(outcome.Value)}";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
