using KnowledgeBase.Content;

namespace KnowledgeBase.Site;

/// <summary>Forgiving in life: a page whose file is still there but broke keeps the version that was live.</summary>
internal static class LastGood
{
    /// <param name="kept">Receives the paths whose earlier version stays.</param>
    public static ContentSet Keep(ContentSet next, ContentSet live, IReadOnlyList<ContentFile> files, ISet<string> kept)
    {
        var broken = next.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.File).ToHashSet(StringComparer.Ordinal);
        broken.IntersectWith(files.Select(f => f.Path));
        if (broken.Count == 0) return next;

        // A name that a good file took over meanwhile is not taken back.
        var articles = Missing(live.Articles, next.Articles, a => a.Path, a => (a.Locale, a.Id.Value), broken, kept);
        var codes = Missing(live.Codes, next.Codes, c => c.Path, c => c.Code, broken, kept);
        var guides = Missing(live.Guides, next.Guides, g => g.Path, g => g.Id, broken, kept);
        var replies = Missing(live.Replies, next.Replies, r => r.Path, r => r.Id, broken, kept);
        return next with
        {
            Articles = [.. next.Articles.Concat(articles).OrderBy(a => a.Path, StringComparer.Ordinal)],
            Codes = [.. next.Codes.Concat(codes).OrderBy(c => c.Code.Value)],
            Guides = [.. next.Guides.Concat(guides).OrderBy(g => g.Path, StringComparer.Ordinal)],
            Replies = [.. next.Replies.Concat(replies).OrderBy(r => r.Path, StringComparer.Ordinal)],
            Site = Whole("site.yaml") ? live.Site : next.Site,
            Categories = Whole("categories.yaml") ? live.Categories : next.Categories,
            Glossary = Whole("glossary.yaml") ? live.Glossary : next.Glossary,
            Redirects = Whole("redirects.yaml") ? live.Redirects : next.Redirects,
            Registry = Whole("codes/registry.csv") ? live.Registry : next.Registry,
        };

        bool Whole(string path)
        {
            if (!broken.Contains(path)) return false;
            kept.Add(path);
            return true;
        }
    }

    private static List<T> Missing<T, TKey>(
        IReadOnlyList<T> live, IReadOnlyList<T> next, Func<T, string> path, Func<T, TKey> key, HashSet<string> broken, ISet<string> kept)
    {
        var there = next.Select(key).ToHashSet();
        var missing = live.Where(x => broken.Contains(path(x)) && there.Add(key(x))).ToList();
        foreach (var page in missing) kept.Add(path(page));
        return missing;
    }
}
