using System.Text;
using System.Text.RegularExpressions;
using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Web.Accounts;
using KnowledgeBase.Web.Caching;
using KnowledgeBase.Web.Counting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace KnowledgeBase.Web.Editing;

/// <summary>Feature 82: shows a draft by the real pages, to editors and to whoever has its secret link. For that one request the site
/// is what it would be with the draft in it. Such a page is never kept, listed or counted, and its links stay within the draft.</summary>
public static partial class DraftPages
{
    private static readonly object s_mark = new();

    /// <summary>Stands behind whatever keeps pages, and before whatever reads the address of a page.</summary>
    public static IApplicationBuilder UseDraftPages(this IApplicationBuilder app) => app.Use(next => context =>
    {
        var path = context.Request.Path;
        return path.StartsWithSegments(Urls.SharedPreviews, out var rest) ? Answer(context, next, Urls.SharedPreviews, rest, isPublic: true)
            : path.StartsWithSegments(Urls.EditPreviews, out rest) ? Answer(context, next, Urls.EditPreviews, rest, isPublic: false)
            : next(context);
    });

    /// <summary>The draft that this request shows; null on the site itself.</summary>
    public static Draft? Of(HttpContext? context) => context?.Items[s_mark] as Draft;

    private static async Task Answer(HttpContext context, RequestDelegate next, string area, PathString rest, bool isPublic)
    {
        // `/<secret or id>/<language>/…`
        if (!Reads(context.Request.Method) || rest.Value?.Split('/', 3) is not ["", { Length: > 0 } key, ..] parts || await Find(context, key, isPublic) is not { } preview)
        {
            await next(context);
            return;
        }

        Guard(context.Response.Headers);
        var (prefix, page) = ($"{area}/{key}", parts.Length > 2 ? "/" + parts[2] : "");
        if (Locale.Find(page.Split('/') is ["", var tag, ..] ? tag : null) is not { } language || !(page.Length == 3 || page[3] == '/'))
        {
            if (page.Length > 1 || DraftForm.Pages(preview.Draft, Components.UiText.For(Locale.Ja), p => prefix + p) is not [var first, ..]) await next(context);
            else context.Response.Redirect(first.Address);
            return;
        }

        await Render(context, next, preview, prefix, page, language);
    }

    private static async Task Render(HttpContext context, RequestDelegate next, DraftPreview preview, string prefix, string page, Locale language)
    {
        var (asked, original) = (context.Request.Path, context.Response.Body);
        context.RequestServices.GetRequiredService<CurrentSite>().Show(preview.Site);
        context.Items[s_mark] = preview.Draft;
        Readers.Unmark(context);
        using var buffer = new MemoryStream();
        (context.Request.Path, context.Response.Body) = (page, buffer);
        try
        {
            await next(context);
        }
        finally
        {
            (context.Request.Path, context.Response.Body) = (asked, original);
        }

        var headers = context.Response.Headers;
        Guard(headers);
        if (headers.Location.ToString() is { Length: > 2 } moved && moved[0] == '/' && Locale.Find(moved[1..3]) is not null) headers.Location = prefix + moved;
        if (MissingPage.IsMarked(context)) context.Response.StatusCode = StatusCodes.Status404NotFound;
        var bytes = buffer.ToArray();
        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
        {
            // Islands would ask the site itself; the same pages work by their links.
            var html = Script.Replace(Encoding.UTF8.GetString(HtmlText.Plain(bytes)), "");
            bytes = Encoding.UTF8.GetBytes(OwnLink.Replace(html, m => $"{m.Groups["name"].Value}=\"{prefix}{m.Groups["page"].Value}"));
            headers.ContentLanguage = language.Tag;
        }

        context.Response.ContentLength = bytes.Length;
        await original.WriteAsync(bytes, context.RequestAborted);
    }

    private static async Task<DraftPreview?> Find(HttpContext context, string key, bool isPublic)
    {
        var drafts = context.RequestServices.GetRequiredService<Drafts>();
        if (isPublic) return await drafts.Shared(key, context.RequestAborted);
        var answer = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        return SignedIn.Of(answer.Principal) is { } me && me.May(Roles.Editor) && await drafts.Find(key, me.Editor, context.RequestAborted) is { } draft
            ? await drafts.Preview(draft, context.RequestAborted) : null;
    }

    // The address holds a secret: nobody stores, lists or passes it on.
    private static void Guard(IHeaderDictionary headers) => (headers.CacheControl, headers["X-Robots-Tag"]) = ("no-store", "noindex, nofollow");

    private static bool Reads(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    [GeneratedRegex("(?<name>href|action)=\"(?<page>/(?:ja|en)(?=[/?#\"]))", RegexOptions.CultureInvariant)]
    private static partial Regex OwnLink { get; }

    [GeneratedRegex("<script[^>]*/_framework/[^>]*></script>", RegexOptions.CultureInvariant)]
    private static partial Regex Script { get; }
}
