using System.Globalization;
using KnowledgeBase.Content;
using KnowledgeBase.Search;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Web.Accounts;
using KnowledgeBase.Web.Components;
using KnowledgeBase.Web.Editing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>What the editor's script asks. Roles and form tokens are asked for before, by the address. Texts travel here and not over
/// the circuit, whose messages are kept small.</summary>
public static class EditApi
{
    /// <summary>Most bytes of a form with texts: a draft with several files at their limit.</summary>
    public const int MostTextBytes = 16 * TextFile.DefaultLimit;

    private const int MostPictureBytes = ContentReader.MediaLimit + 64 * 1024;
    private const int MostLinks = 12;
    private const int MostNames = 50;

    public static void MapEditApi(this IEndpointRouteBuilder app)
    {
        app.MapPost(Urls.EditTexts, Keep).WithMetadata(new RequestSizeLimitAttribute(MostTextBytes)).ExcludeFromDescription();
        app.MapPost(Urls.EditFrontMatter, SetField).WithMetadata(new RequestSizeLimitAttribute(MostTextBytes)).ExcludeFromDescription();
        app.MapPost(Urls.EditPictures, TakePicture).WithMetadata(new RequestSizeLimitAttribute(MostPictureBytes)).ExcludeFromDescription();
        app.MapGet(Urls.EditLinks, Links).ExcludeFromDescription();
    }

    private static async Task<Results<Ok<KeptAnswer>, BadRequest>> Keep(HttpContext context, TextEditing editing, IFormCollection form)
    {
        if (SignedIn.Of(context.User) is not { } me || PostedTexts.Read(form) is not { } posted) return TypedResults.BadRequest();
        var kept = await editing.Keep(posted, me.Editor, cancellation: context.RequestAborted);
        return TypedResults.Ok(new KeptAnswer(kept.Draft?.Id, kept.Draft?.Version ?? 0, kept.NotKept is null ? null : UiText.For(RequestLocale.Of(context))["EditNotKept"], [.. kept.Files.Select(f => FrontMatterField.Values(f.Path, f.Text))]));
    }

    private static Results<Ok<EditedAnswer>, BadRequest> SetField([FromForm] string path, [FromForm] string text, [FromForm] string name, [FromForm] string? value) =>
        FrontMatterField.All.FirstOrDefault(f => f.Name == name) is { } field && ContentPaths.IsText(path)
            ? TypedResults.Ok(new EditedAnswer(field.Set(path, PostedTexts.Plain(text), PostedTexts.Plain(value ?? ""))))
            : TypedResults.BadRequest();

    private static async Task<Results<Ok<PictureAnswer>, BadRequest>> TakePicture(HttpContext context, CurrentSite current, SaveFiles save, IFormFile picture)
    {
        if (SignedIn.Of(context.User) is not { } me) return TypedResults.BadRequest();
        var words = UiText.For(RequestLocale.Of(context));
        using var bytes = new MemoryStream();
        await picture.CopyToAsync(bytes, context.RequestAborted);
        var content = bytes.ToArray();
        if (PictureKind.OfName(picture.FileName) is not { } kind || PictureKind.Of(content) != kind) return Refuse(words.Format("EditPictureKind", string.Join(", ", PictureKind.Known)));
        if (content.Length > ContentReader.MediaLimit) return Refuse(words.Format("EditPictureLarge", ContentReader.MediaLimit / 1024 / 1024));
        var name = PictureName(picture.FileName);
        var taken = current.Snapshot.Content.Media;
        for (var number = 1; number <= MostNames; number++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"media/{name}{(number == 1 ? "" : $"-{number}")}.{kind}");
            if (taken.Contains(path)) continue;
            var result = await save.Save(new([new(path, null, null) { Picture = content }], me.Editor, $"Add the picture {path}", ChangeClass.Minor), context.RequestAborted);
            switch (result)
            {
                case SaveResult.Saved: return TypedResults.Ok(new PictureAnswer(path, null));
                case SaveResult.Refused refused: return Refuse(words["EditRefused." + refused.Reason]);
                case SaveResult.Invalid invalid: return Refuse(invalid.Problems[0].Message);
            }
        }
        return Refuse(words["EditPictureName"]);
    }

    private static Ok<IReadOnlyList<PageLinkAnswer>> Links(HttpContext context, CurrentSite current, string? q = null, string? lang = null)
    {
        var (site, locale, words) = (current.Snapshot, Locale.Find(lang) ?? Locale.Ja, UiText.For(RequestLocale.Of(context)));
        var query = SensitiveText.Mask((q ?? "").Trim());
        if (query.Length > 200) query = query[..200];
        return TypedResults.Ok<IReadOnlyList<PageLinkAnswer>>([.. (query.StartsWith('/') ? Begun(site, locale, query) : Found(site, locale, query)).Take(MostLinks)
            .Select(l => new PageLinkAnswer(l.Link, l.Title, words.Name("EditLinkKind", $"{l.Kind}")))]);
    }

    /// <summary>What a link that somebody has begun to write may become.</summary>
    private static IEnumerable<(string Link, string Title, HitKind Kind)> Begun(SiteSnapshot site, Locale locale, string link) =>
        Locale.All.SelectMany(l => site.Content.Articles.Where(a => a.Locale == l)).DistinctBy(a => a.Id).Select(a => (ContentLinks.Permanent(a.Id.Value), site.ArticleForReader(locale, a.Id.Value)!.Title, HitKind.Article))
            .Concat(site.Content.Codes.Select(c => (Urls.ShortCode(c.Code), c.Title.In(locale), HitKind.Code)))
            .Concat(site.Content.Guides.Select(g => (Urls.ShortGuide(g.Id, []), g.Title.In(locale), HitKind.Guide)))
            .Where(l => l.Item1.StartsWith(link, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<(string Link, string Title, HitKind Kind)> Found(SiteSnapshot site, Locale locale, string query) =>
        site.Index.Search(new(query, locale) { Limit = MostLinks, Language = locale }).Hits.Select(h => (Urls.AuthorLink(h), h.Section is { } section ? $"{h.Title} › {section}" : h.Title, h.Kind));

    private static string PictureName(string sent)
    {
        var dot = sent.LastIndexOf('.');
        var name = new string([.. (dot < 0 ? sent : sent[..dot]).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
        name = string.Join('-', name.Split('-', StringSplitOptions.RemoveEmptyEntries));
        name = (name.Length <= 60 ? name : name[..60]).Trim('-');
        return ContentPaths.IsPicture($"media/{name}.png") ? name : "picture";
    }

    private static Ok<PictureAnswer> Refuse(string problem) => TypedResults.Ok(new PictureAnswer(null, problem));
}
