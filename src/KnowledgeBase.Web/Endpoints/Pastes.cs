using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Web.Components.Parts;
using KnowledgeBase.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>Feature 9: takes any pasted text and redirects to the codes, articles and answers that stand in it. The text is neither kept
/// nor logged nor sent back.</summary>
public static class Pastes
{
    public static void MapPastes(this IEndpointRouteBuilder app) =>
        app.MapPost("/{culture:regex(^(ja|en)$)}/pastes", Take).GuardPaste();

    private static StatusCodeHttpResult Take(HttpContext context, CurrentSite current, string culture, [FromForm] string? text = null)
    {
        var locale = Locale.Find(culture) ?? Locale.Ja;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Location = Urls.Pasted(locale, PastedReading.Of(current.Snapshot, locale, text ?? ""));
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
