namespace KnowledgeBase.Content;

/// <summary>Of two things with the same name the first by path counts, and both are reported.</summary>
internal static class UniqueContent
{
    public static IReadOnlyList<T> Keep<T, TKey>(IReadOnlyList<T> items, Func<T, TKey> key, Func<T, string> path, string what, ICollection<Diagnostic> found) where TKey : notnull
    {
        var kept = new List<T>();
        foreach (var same in items.GroupBy(key))
        {
            kept.Add(same.First());
            var paths = same.Select(path).ToList();
            if (paths.Count == 1) continue;
            foreach (var (own, at) in paths.Select((p, i) => (p, i)))
                found.Add(new(DiagnosticRule.DuplicateId, own, 1, 1, $"The {what} `{same.Key}` stands in {string.Join(", ", paths.Where((_, i) => i != at))} too; {paths[0]} counts.",
                    $"Give one of them another {what}, or delete it."));
        }
        return kept;
    }

    /// <summary>One article per language and slug, and per language and id. A slug that is another article's id would make an
    /// address mean two things, so it is reported; both are kept.</summary>
    public static IReadOnlyList<Article> Articles(IReadOnlyList<Article> articles, ICollection<Diagnostic> found)
    {
        var bySlug = Keep(articles, a => $"{a.Slug}` in `{a.Locale}", a => a.Path, "slug", found);
        var kept = Keep(bySlug, a => $"{a.Id}` in `{a.Locale}", a => a.Path, "id", found);
        var slugs = kept.ToLookup(a => a.Slug);
        foreach (var article in kept)
            if (article.Id.Value != article.Slug && slugs[article.Id.Value].FirstOrDefault(a => a.Id != article.Id) is { } other)
                found.Add(new(DiagnosticRule.DuplicateId, article.Path, 1, 1, $"The id `{article.Id}` is the slug of {other.Path}.", "Give this article another id, or rename the other file."));
        return kept;
    }
}
