using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Desk;
using KnowledgeBase.Web.Desk;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>`POST /api/desk/ticket`: what the desk reads from a ticket's text, for macros and bots of support staff.</summary>
public static class DeskApi
{
    /// <summary>Largest body, in bytes: the longest Japanese text as JSON.</summary>
    private const int MostBytes = 200 * 1024;

    public static void MapDeskApi(this IEndpointRouteBuilder app) => app.MapPost(Urls.DeskTicketApi, Read)
        .WithSummary("Reads a ticket's text: codes, articles, positions of guided checks, and ready replies. For support staff; send a token as `Authorization: Bearer`. Nothing of the text is kept.")
        .WithMetadata(new RequestSizeLimitAttribute(MostBytes));

    private static Results<Ok<TicketAnswer>, ValidationProblem> Read(HttpContext context, CurrentSite current, [FromBody] TicketQuestion question)
    {
        if (string.IsNullOrWhiteSpace(question.Text)) return Problems.Parameter("text", "Send the text of the ticket.");
        var (site, root) = (current.Snapshot, SiteAddress.Of(context));
        var read = TicketReading.Read(site, question.Text);
        var best = read.Best(site);
        return TypedResults.Ok(new TicketAnswer
        {
            Text = read.Text,
            Lang = read.Language.Tag,
            Codes = [.. read.Codes.Select(m => new TicketAnswer.Page(m.Code.Hex, site.Code(m.Code)?.Title.In(read.Language), root + Urls.Code(read.Language, m.Code)))],
            Articles = [.. read.Articles.Select(h => new TicketAnswer.Page(h.Id, h.Title, root + Urls.Hit(site, h)))],
            Guides = [.. read.Positions.Select(p => new TicketAnswer.Page(p.Guide.Id, p.Node is Outcome end ? end.Title.In(read.Language) : ((Question)p.Node).Ask.In(read.Language), root + Urls.GuidePosition(read.Language, p)))],
            About = best?.Key,
            Replies = best is null ? [] :
            [
                .. new[] { read.Language, read.Language.Other }.SelectMany(l => ReplyText.For(site, best, l, root, read.Os).Take(1))
                    .Select(r => new TicketAnswer.Reply(r.Language.Tag, r.Text, r.Url)),
            ],
        });
    }
}
