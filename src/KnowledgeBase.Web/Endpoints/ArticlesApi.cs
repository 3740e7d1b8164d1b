using System.ComponentModel;
using KnowledgeBase.Content;
using KnowledgeBase.Site;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>`/api/articles/{id}`.</summary>
public static class ArticlesApi
{
    public static void MapArticlesApi(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/articles/{id}", Get).WithSummary("One article as plain text by section; in the other language where this one is missing.");

    private static Results<Ok<ArticleAnswer>, RedirectHttpResult, ProblemHttpResult, ValidationProblem> Get(HttpContext context, CurrentSite current, [Description("The permanent name of the article, as in /a/{id}.")] string id, [Description(ApiQuery.LangMeaning)] string? lang = null)
    {
        if (!ApiQuery.TryLocale(context, lang, out var locale, out var problem)) return problem;
        var site = current.Snapshot;
        if (site.ArticleForReader(locale, id) is not { } article)
            return Urls.MovedArticle(site, locale, id) is { } moved ? TypedResults.Redirect(moved + context.Request.QueryString, permanent: true) : Problems.Missing("There is no article with this id.");
        return TypedResults.Ok(new ArticleAnswer
        {
            Id = article.Id.Value,
            Lang = article.Locale.Tag,
            Title = article.Title,
            Summary = article.Summary,
            Url = Urls.Article(article),
            Published = article.FrontMatter.Published,
            Updated = article.FrontMatter.Updated,
            Revision = article.Revision,
            Codes = [.. article.Codes.Select(c => c.Hex)],
            Sections = [.. article.Sections.Select(s => new ArticleAnswer.Part(
                s.Id, s.Level, s.Heading, s.Text, Urls.Article(article, s.Id),
                [.. s.Steps.Select(Step)]))],
        });
    }

    private static ArticleAnswer.Action Step(Step step) => new()
    {
        Id = step.Id,
        Number = step.Number,
        Text = step.Text,
        NeedsAdministrator = step.NeedsAdministrator,
        Irreversible = step.Irreversible,
        RisksData = step.RisksData,
        Minutes = step.Minutes,
    };
}
