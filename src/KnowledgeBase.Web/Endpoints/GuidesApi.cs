using System.ComponentModel;
using KnowledgeBase.Content;
using KnowledgeBase.Site;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>`/api/guides/{id}`.</summary>
public static class GuidesApi
{
    public static void MapGuidesApi(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/guides/{id}", Get).WithSummary("A whole decision tree: questions, answers, outcomes.");

    private static Results<Ok<GuideAnswer>, ProblemHttpResult, ValidationProblem> Get(HttpContext context, CurrentSite current, [Description("The id of the guide, as in /g/{id}.")] string id, [Description(ApiQuery.LangMeaning)] string? lang = null)
    {
        if (!ApiQuery.TryLocale(context, lang, out var locale, out var problem)) return problem;
        var site = current.Snapshot;
        if (site.Guide(id) is not { } guide) return Problems.Missing("There is no guide with this id.");
        return TypedResults.Ok(new GuideAnswer(
            guide.Id, guide.Title.In(locale), guide.Version, guide.Start, Urls.Guide(locale, guide.Id),
            [.. guide.Order.Select(n => Node(site, locale, guide.Nodes[n]))]));
    }

    private static GuideAnswer.Node Node(SiteSnapshot site, Locale locale, GuideNode node) => node switch
    {
        Question q => new(q.Id, "question", q.Ask.In(locale), q.Help.IsEmpty ? null : q.Help.In(locale), [.. Choices(locale, q)], null),
        Outcome o => new(o.Id, "outcome", o.Title.In(locale), o.Note.IsEmpty ? null : o.Note.In(locale), [], Urls.Article(site, locale, o.Procedure)),
        _ => throw new System.Diagnostics.UnreachableException(node.GetType().Name),
    };

    private static IEnumerable<GuideAnswer.Choice> Choices(Locale locale, Question question) =>
        question.Codes.OrderBy(c => c.Key.Value).Select(c => new GuideAnswer.Choice(c.Key.Hex, c.Key.Hex, c.Value))
            .Concat(question.Options.Select(o => new GuideAnswer.Choice(o.Id, o.Label.In(locale), o.To)));
}
