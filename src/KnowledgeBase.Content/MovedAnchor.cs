namespace KnowledgeBase.Content;

/// <summary>A place of a page that moved elsewhere: the rest of an address that only browsers see, so no redirect can catch it.</summary>
/// <param name="Anchor">As old links name it.</param>
/// <param name="Target">Language-neutral address of the new place.</param>
public sealed record MovedAnchor(string Anchor, string Target)
{
    /// <summary>Places that links to this page may name and that it no longer has. Also those of pages that were moved here: a
    /// browser keeps the anchor over a redirect.</summary>
    /// <param name="page">Language-neutral path of the page, as `redirects.yaml` writes it.</param>
    /// <param name="present">The page's own anchors.</param>
    public static IReadOnlyList<MovedAnchor> Of(Redirects redirects, string page, IReadOnlySet<string> present) =>
    [
        .. redirects.Targets.Keys.Select(from => (from, At: from.IndexOf('#', StringComparison.Ordinal))).Where(k => k.At > 0)
            .Select(k => (Page: k.from[..k.At], Anchor: k.from[(k.At + 1)..], To: redirects.Resolve(k.from)))
            .Where(k => k.Anchor.Length > 0 && k.To is not null && !present.Contains(k.Anchor) && (k.Page == page || redirects.Resolve(k.Page) == page))
            .DistinctBy(k => k.Anchor).OrderBy(k => k.Anchor, StringComparer.Ordinal).Select(k => new MovedAnchor(k.Anchor, k.To!)),
    ];
}
