using KnowledgeBase.Site;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>`/media/…`: pictures of the content folder. Only files that the snapshot lists, only known kinds.</summary>
public static class Media
{
    private static readonly Dictionary<string, string> s_kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".webp"] = "image/webp",
        [".gif"] = "image/gif", [".avif"] = "image/avif", [".svg"] = "image/svg+xml",
    };

    public static void MapMedia(this IEndpointRouteBuilder app) => app.MapGet("/media/{**path}", (CurrentSite current, SiteContentFolder folder, HttpContext context, string? path = null) =>
    {
        var name = "media/" + path;
        if (!current.Snapshot.Content.Media.Contains(name) || !s_kinds.TryGetValue(Path.GetExtension(name), out var kind) || MediaFile.Open(folder.Path, name) is not { } file)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Stream(file.Content, kind, lastModified: file.Changed);
    }).ExcludeFromDescription();
}
