namespace KnowledgeBase.Content;

/// <summary>An address that readers may have kept, with the anchors on its page (Feature 114).</summary>
/// <param name="Path">Path and nothing else.</param>
/// <param name="Anchors">In ordinal order.</param>
public sealed record PublicAddress(string Path, IReadOnlyList<string> Anchors)
{
    /// <summary>One line of a release's list: the path, then each anchor with `#` in front.</summary>
    public override string ToString() => string.Join(' ', Anchors.Select(a => "#" + a).Prepend(Path));

    /// <summary>Reads a line of such a list.</summary>
    public static PublicAddress Parse(string line) => line.Split(' ') is [var path, .. var anchors] ? new(path, [.. anchors.Select(a => a[1..])]) : new(line, []);

    /// <summary>Every address that the content gives, in ordinal order: pages in each of their languages, short links, pictures and the
    /// read API. Codes that only the registry knows, searches and positions of guides are answered whatever the content, so they
    /// need no promise.</summary>
    public static IReadOnlyList<PublicAddress> Of(ContentSet content) =>
        [.. Articles(content).Concat(Codes(content)).Concat(Guides(content)).Concat(Shelves(content)).OrderBy(a => a.Path, StringComparer.Ordinal)];

    private static IEnumerable<PublicAddress> Articles(ContentSet content)
    {
        foreach (var article in content.Articles)
            yield return new(ContentLinks.Article(article.Locale, article.Slug), [.. article.Skeleton.Anchors.Order(StringComparer.Ordinal)]);
        foreach (var id in content.Articles.Select(a => a.Id).Distinct())
            foreach (var path in ContentLinks.Doors(id)) yield return new(path, []);
    }

    private static IEnumerable<PublicAddress> Codes(ContentSet content)
    {
        foreach (var entry in content.Codes)
        {
            foreach (var locale in Locale.All) yield return new(ContentLinks.Code(locale, entry.Code), [.. entry.Cases.Select(c => c.Id).Order(StringComparer.Ordinal)]);
            foreach (var path in ContentLinks.Doors(entry.Code)) yield return new(path, []);
        }
    }

    private static IEnumerable<PublicAddress> Guides(ContentSet content)
    {
        foreach (var guide in content.Guides)
        {
            foreach (var locale in Locale.All)
            {
                yield return new(ContentLinks.Guide(locale, guide.Id), []);
                yield return new(ContentLinks.GuideMap(locale, guide.Id), []);
            }
            foreach (var path in ContentLinks.Doors(guide)) yield return new(path, []);
        }
    }

    private static IEnumerable<PublicAddress> Shelves(ContentSet content)
    {
        foreach (var locale in Locale.All)
        {
            yield return new(ContentLinks.Glossary(locale), [.. content.Glossary.Select(t => t.Id).Order(StringComparer.Ordinal)]);
            foreach (var category in content.Categories) yield return new(ContentLinks.Category(locale, category.Id), []);
        }
        foreach (var picture in content.Media) yield return new(ContentLinks.Media(picture), []);
    }
}
