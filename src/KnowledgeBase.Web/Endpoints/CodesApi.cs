using System.ComponentModel;
using KnowledgeBase.Content;
using KnowledgeBase.Site;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>`/api/codes/{any form}`.</summary>
public static class CodesApi
{
    public static void MapCodesApi(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/codes/{**form}", Code).WithSummary("One error code, written in any form; an unknown one is taken apart, with status 404.");

    private static Results<Ok<CodeAnswer>, JsonHttpResult<UnknownCodeAnswer>, ValidationProblem> Code(HttpContext context, CurrentSite current, [Description("The code in any written form: 0xC004F213, c004f213, full-width, signed or unsigned decimal.")] string? form = null, [Description(ApiQuery.LangMeaning)] string? lang = null)
    {
        if (!ApiQuery.TryLocale(context, lang, out var locale, out var problem)) return problem;
        if (!ErrorCode.TryParse(form, out var code)) return Problems.Parameter("form", "This is no error code. Write it as 0xC004F213, in any of its forms.");
        var site = current.Snapshot;
        var (entry, known) = (site.Code(code), site.Content.Registry.Find(code));
        if (entry is not null || known is not null) return TypedResults.Ok(Answer(locale, code, entry, known));
        return TypedResults.Json(
            new UnknownCodeAnswer
            {
                Title = "This code is not known here.",
                Status = StatusCodes.Status404NotFound,
                Hex = code.Hex,
                Severity = code.SeverityBits,
                Facility = code.Facility,
                Code = code.Code,
                Nearest = [.. NearestCodes.Of(site, code).Select(c => c.Hex)],
            },
            ApiJson.Default.UnknownCodeAnswer, "application/problem+json", StatusCodes.Status404NotFound);
    }

    private static CodeAnswer Answer(Locale locale, ErrorCode code, CodeEntry? entry, RegistryEntry? known) => new()
    {
        Hex = code.Hex,
        Unsigned = code.Value,
        Signed = code.Signed,
        Symbol = entry?.Symbol ?? known?.Symbol,
        Title = entry?.Title.In(locale),
        Meaning = entry?.Meaning.In(locale),
        Who = entry?.Who.In(locale) is { Length: > 0 } who ? who : null,
        Cases = [.. (entry?.Cases ?? []).Select(c => new CodeAnswer.Case(
            c.Id, c.Channels, c.Who.In(locale), c.Cause.In(locale), c.Remedy.In(locale), c.Link is null ? null : ContentLinks.Resolve(locale, c.Link)))],
        Status = entry?.Status == CodeStatus.Retired ? "retired" : "current",
        Evidence = entry?.Evidence switch { Evidence.Documented => "documented", Evidence.Recalled => "recalled", _ => "inferred" },
        Url = Urls.Code(locale, code),
    };
}
