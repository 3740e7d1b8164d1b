using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Web.Components.Parts;
using KnowledgeBase.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>Takes the forms at the foot of articles and code pages that say whether the page helped.</summary>
public static class Votes
{
    public static void MapVotes(this IEndpointRouteBuilder app) =>
        app.MapPost("/{culture:regex(^(ja|en)$)}/votes", Take).GuardVisitorPost();

    private static async Task<IResult> Take(HttpContext context, CurrentSite current, IVisitorStore store, string culture, [FromForm] VoteForm form)
    {
        if (form.IsHelpful is not { } helpful || Find(current.Snapshot, Locale.Find(culture) ?? Locale.Ja, form.Page ?? "") is not { } page)
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        // The text changed while it was read: the vote would be about words that nobody sees any more.
        if (form.Revision != page.Revision) return VisitorAnswer.Back(context, page.Address);
        var vote = new Vote(form.Page!, page.Locale, page.Revision, helpful, helpful ? null : form.KnownReason, ArticleRequest.ForQuery(form.Query, page.Locale)?.Subject);
        var kept = await store.Add(vote, Visitor.At(context.Connection.RemoteIpAddress), context.RequestAborted) != Recorded.NotKept;
        return VisitorAnswer.Back(context, page.Address, !kept ? Notice.VoteNotKept : helpful || vote.Reason is not null ? Notice.VoteKept : Notice.VoteWhy);
    }

    /// <summary>The page of a vote as it stands now, or null where there is none of that name.</summary>
    private static (string Address, Locale Locale, string Revision)? Find(SiteSnapshot site, Locale locale, string page) => page.Split('/', 2) switch
    {
        ["article", var id] when site.ArticleForReader(locale, id) is { } article => (Urls.Article(locale, article.Slug), article.Locale, article.Revision),
        ["code", var hex] when ErrorCode.TryParse(hex, out var code) && code.Hex == hex && site.Code(code) is { } entry => (Urls.Code(locale, code), locale, entry.Revision),
        _ => null,
    };
}
