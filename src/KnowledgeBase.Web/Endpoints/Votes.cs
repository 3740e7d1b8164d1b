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
        if (form.IsHelpful is not { } helpful || VotedPage.Find(current.Snapshot, Locale.Find(culture) ?? Locale.Ja, form) is not { } page)
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        // The text changed while it was read: the vote would be about words that nobody sees any more.
        if (form.Revision != page.Revision) return VisitorAnswer.Back(context, page.Address);
        var vote = new Vote(form.Page!, page.Locale, page.Revision, helpful, helpful ? null : form.KnownReason, ArticleRequest.ForQuery(form.Query, page.Locale)?.Subject);
        var kept = await store.Add(vote, Visitor.At(context.Connection.RemoteIpAddress), context.RequestAborted) != Recorded.NotKept;
        // An outcome that did not help leads on, where the guide knows a way.
        if (kept && !helpful && page.Next is { } next) return VisitorAnswer.Back(context, next);
        return VisitorAnswer.Back(context, page.Address, !kept ? Notice.VoteNotKept : helpful || page.IsOutcome || vote.Reason is not null ? Notice.VoteKept : Notice.VoteWhy);
    }
}
