using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Web.Components.Parts;
using KnowledgeBase.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>Feature 49: takes a pasted text and redirects to the position that its answers lead to. The text is neither kept nor
/// logged nor sent back: only ids of answers and error codes go into the address (Feature 55).</summary>
public static class GuidePastes
{
    /// <summary>Names of the notices on the guide's page.</summary>
    public const string Read = "answers-read";
    public const string NothingRead = "nothing-read";

    public static void MapGuidePastes(this IEndpointRouteBuilder app) =>
        app.MapPost("/{culture:regex(^(ja|en)$)}/guides/{id}/pasted", Take).GuardPaste();

    private static IResult Take(HttpContext context, CurrentSite current, string culture, string id, [FromForm] string? text = null, [FromForm] string? answers = null)
    {
        if (current.Snapshot.Guide(id) is not { } guide) return TypedResults.NotFound();
        var query = answers is { Length: < 4000 } && answers.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? answers[at..] : "";
        var read = GuideReading.Read(guide, text ?? "");
        // What was read stands after what was answered before: of two answers the last counts.
        var position = GuideWalk.Walk(guide, GuideQuery.Read(query).Answers.Concat(read));
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Location = $"{Urls.GuidePosition(Locale.Find(culture) ?? Locale.Ja, position)}#{(read.Count > 0 ? Read : NothingRead)}";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
