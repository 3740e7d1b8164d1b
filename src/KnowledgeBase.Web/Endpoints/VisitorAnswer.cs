namespace KnowledgeBase.Web.Endpoints;

/// <summary>What the script is told, which sends forms without leaving the page.</summary>
/// <param name="Page">The page to show.</param>
/// <param name="Notice">The notice there that says what came of it; null where the page itself is the answer.</param>
public sealed record VisitorAnswer(string Page, string? Notice)
{
    /// <summary>Sends the visitor back to a page. 303 makes it a GET, so that a reload tells us nothing again, and the fragment shows
    /// the notice: pages stay the same for everybody.</summary>
    public static IResult Back(HttpContext context, string page, string? notice = null)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "application/json"))
            return TypedResults.Json(new VisitorAnswer(page, notice), ApiJson.Default.VisitorAnswer);
        context.Response.Headers.Location = notice is null ? page : $"{page}#{notice}";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
