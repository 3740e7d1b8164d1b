using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Desk;
using KnowledgeBase.Web.Accounts;
using KnowledgeBase.Web.Components.Parts;
using KnowledgeBase.Web.Desk;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>What the forms of the desk send: notes, flags, and the picture of a link. Roles and form tokens are asked for before, by
/// the address; here only what the role does not say.</summary>
public static class DeskForms
{
    private const string NotKept = "#not-kept";

    public static void MapDesk(this IEndpointRouteBuilder app)
    {
        app.MapPost(Urls.DeskNotes, AddNote).ExcludeFromDescription();
        app.MapPost(Urls.DeskNoteRemove, RemoveNote).ExcludeFromDescription();
        app.MapPost(Urls.DeskFlags, RaiseFlag).ExcludeFromDescription();
        app.MapPost(Urls.EditFlagClose, CloseFlag).ExcludeFromDescription();
        app.MapGet(Urls.DeskQr, Qr).ExcludeFromDescription();
    }

    private static async Task<IResult> AddNote(HttpContext context, CurrentSite current, INoteStore store, TimeProvider clock, [FromForm] string? subject, [FromForm] string? text)
    {
        if (DeskSubject.Find(current.Snapshot, subject) is not { } about || Note.Write(about, text, Author(context), clock.GetUtcNow()) is not { } note)
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        return Back(context, Urls.DeskPage(about), await store.Add(note, context.RequestAborted) ? "#notes" : NotKept);
    }

    private static async Task<IResult> RemoveNote(HttpContext context, CurrentSite current, INoteStore store, [FromForm] string? subject, [FromForm] long number)
    {
        if (DeskSubject.Find(current.Snapshot, subject) is not { } about) return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        // The note is looked up under its subject: the number alone is the sender's word.
        var note = (await store.Notes(about.Key, context.RequestAborted)).FirstOrDefault(n => n.Number == number);
        if (note is null) return Back(context, Urls.DeskPage(about), "#notes");
        if (note.Author != Author(context) && SignedIn.Of(context.User)?.May(Roles.Editor) != true) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        return Back(context, Urls.DeskPage(about), await store.RemoveNote(number, context.RequestAborted) ? "#notes" : NotKept);
    }

    private static async Task<IResult> RaiseFlag(
        HttpContext context, CurrentSite current, INoteStore store, TimeProvider clock, [FromForm] string? subject, [FromForm] string? ticket, [FromForm] string? text)
    {
        if (DeskSubject.Find(current.Snapshot, subject) is not { } about || Flag.Raise(about, ticket, text, Author(context), clock.GetUtcNow()) is not { } flag)
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        return Back(context, Urls.DeskPage(about), await store.Add(flag, context.RequestAborted) ? "#flags" : NotKept);
    }

    private static async Task<StatusCodeHttpResult> CloseFlag(HttpContext context, INoteStore store, TimeProvider clock, [FromForm] long number)
    {
        await store.CloseFlag(number, Author(context), clock.GetUtcNow(), context.RequestAborted);
        return Back(context, Urls.EditFlags, store.Problem is null ? "" : NotKept);
    }

    private static IResult Qr(HttpContext context, CurrentSite current, string? to = null, string? part = null, string? lang = null, string? os = null)
    {
        var (target, choice) = LinkChoice.Read(current.Snapshot, to, part, lang, os);
        if (target is null) return TypedResults.NotFound();
        var link = LinkForms.Of(SiteAddress.Of(context), target, choice.Language, choice.Language ?? Locale.Ja, choice.Os);
        return TypedResults.File(System.Text.Encoding.UTF8.GetBytes(QrPicture.Of(link.Url).Svg), "image/svg+xml", "qr.svg");
    }

    private static string Author(HttpContext context) => SignedIn.Of(context.User)?.Name ?? "";

    private static StatusCodeHttpResult Back(HttpContext context, string page, string anchor)
    {
        context.Response.Headers.Location = page + anchor;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
