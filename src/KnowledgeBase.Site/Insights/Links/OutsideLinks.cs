namespace KnowledgeBase.Site.Insights;

/// <summary>The links to other sites that the content carries.</summary>
public static class OutsideLinks
{
    /// <summary>Each address once, without its fragment, in order.</summary>
    public static IReadOnlyList<string> Of(SiteSnapshot site) => [.. All(site).Select(l => l.Address).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Files that carry an address.</summary>
    public static IEnumerable<string> Pages(SiteSnapshot site, string address) => All(site).Where(l => l.Address == address).Select(l => l.Path).Distinct();

    private static IEnumerable<(string Address, string Path)> All(SiteSnapshot site) =>
        site.Content.Articles.SelectMany(a => a.Skeleton.Links.Select(l => (Plain(l.Text), a.Path)).Concat(a.FrontMatter.Sources.Select(s => (Plain(s.Url), a.Path))))
            .Concat(site.Content.Codes.SelectMany(c => c.Sources.Select(s => (Plain(s.Url), c.Path))))
            .Where(l => l.Item1 is not null).Select(l => (l.Item1!, l.Path));

    private static string? Plain(string? link) => Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 ? uri.GetLeftPart(UriPartial.Query) : null;
}
