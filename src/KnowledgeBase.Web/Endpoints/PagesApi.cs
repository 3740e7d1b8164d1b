using System.ComponentModel;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>`/api/pages`.</summary>
public static class PagesApi
{
    public static void MapPagesApi(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/pages", Get).WithSummary("Every article, code and guide in one language with the revision of its text: what a program compares its copy with.");

    private static Results<Ok<PagesAnswer>, ValidationProblem> Get(HttpContext context, CurrentSite current, [Description(ApiQuery.LangMeaning)] string? lang = null)
    {
        if (!ApiQuery.TryLocale(context, lang, out var locale, out var problem)) return problem;
        var site = current.Snapshot;
        return TypedResults.Ok(new PagesAnswer
        {
            Revision = site.Info.Revision,
            Lang = locale.Tag,
            Pages = [.. PageStates.Of(site).All.Where(p => p.Lang == locale.Tag).Select(p => p.Find(site) is { Title: { } title, Path: { } path } ? new PagesAnswer.Listed(p.Kind, p.Id, title, path, p.Revision) : null).OfType<PagesAnswer.Listed>()],
        });
    }
}
