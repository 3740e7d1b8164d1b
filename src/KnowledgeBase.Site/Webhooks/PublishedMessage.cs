namespace KnowledgeBase.Site.Webhooks;

/// <summary>What a webhook is sent.</summary>
/// <param name="Timestamp">When the content went live.</param>
public sealed record PublishedMessage(string Type, DateTimeOffset Timestamp, PublishedMessage.Content Data)
{
    /// <summary>The one kind of message there is.</summary>
    public const string Published = "content.published";

    // More than that is a new tree, not an edit: who follows it reads the site map.
    private const int MostPages = 500;

    /// <param name="Previous">Revision that the pages are compared with.</param>
    /// <param name="Pages">Pages whose own text changed; none where only something shared did, such as the glossary.</param>
    /// <param name="More">How many changed beside those.</param>
    public sealed record Content(string Revision, string Previous, IReadOnlyList<Page> Pages, int More);

    /// <param name="Title">Null for a page that was removed.</param>
    /// <param name="Url">Absolute; null for a page that was removed.</param>
    public sealed record Page(string Kind, string Id, string Lang, string Change, string? Title, string? Url);

    /// <param name="home">Public address of the site, without a slash at the end.</param>
    public static PublishedMessage Of(SiteSnapshot site, PageStates now, Publication before, string home)
    {
        var changes = now.Since(PageStates.Parse(before.Pages)).ToList();
        return new(Published, site.Info.BuiltAt, new(site.Info.Revision, before.Revision, [.. changes.Take(MostPages).Select(c => PageOf(site, c, home))], Math.Max(0, changes.Count - MostPages)));
    }

    private static Page PageOf(SiteSnapshot site, PageChange change, string home)
    {
        var (page, (title, path)) = (change.Page, change.Page.Find(site));
        return new(page.Kind, page.Id, page.Lang, change.Change, title, path is null ? null : home + path);
    }
}
