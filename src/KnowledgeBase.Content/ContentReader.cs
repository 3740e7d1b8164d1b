namespace KnowledgeBase.Content;

/// <summary>Files → parsed content. Pure: the same files give the same set, in whatever order they come.</summary>
public static class ContentReader
{
    /// <summary>Most bytes that a picture may have.</summary>
    public const int MediaLimit = 8 * 1024 * 1024;

    /// <param name="files">Every file under the content folder.</param>
    /// <param name="previous">An earlier set: articles whose file has not changed are taken over unparsed.</param>
    public static ContentSet Read(IReadOnlyList<ContentFile> files, ContentSet? previous = null)
    {
        var found = new List<Diagnostic>();
        var kinds = ContentLayout.Sort(files, found);
        var articles = ArticleShelf.Read(kinds[ContentFileKind.Article], kinds[ContentFileKind.Snippet], previous?.Shelf, found);
        return new()
        {
            Shelf = articles,
            Articles = UniqueContent.Articles(articles.InOrder, found),
            Codes = UniqueContent.Keep(Parse(ContentFileKind.Code, CodeParser.Parse), c => c.Code, c => c.Path, "code", found),
            Guides = UniqueContent.Keep(Parse(ContentFileKind.Guide, GuideParser.Parse), g => g.Id, g => g.Path, "guide id", found),
            GuideTests = [.. Parse(ContentFileKind.GuideTests, (p, t, d) => GuideTestParser.Parse(p, t, d).ToList()).SelectMany(t => t)],
            Replies = Parse(ContentFileKind.Reply, ReplyParser.Parse),
            Registry = Parse(ContentFileKind.Registry, CodeRegistryParser.Parse, CodeRegistryParser.Limit).FirstOrDefault() ?? CodeRegistry.Empty,
            Glossary = Parse(ContentFileKind.Glossary, GlossaryParser.Parse).FirstOrDefault() ?? [],
            Categories = Parse(ContentFileKind.Categories, CategoryParser.Parse).FirstOrDefault() ?? [],
            Redirects = Parse(ContentFileKind.Redirects, RedirectParser.Parse).FirstOrDefault() ?? Redirects.None,
            Site = Parse(ContentFileKind.Site, SiteTextParser.Parse).FirstOrDefault() ?? new(),
            Media = kinds[ContentFileKind.Media].Where(f => IsReadable(f, MediaLimit, found)).Select(f => f.Path).ToHashSet(),
            Diagnostics = InOrder([.. found, .. Misplaced(kinds)]),
        };

        List<T> Parse<T>(ContentFileKind kind, Func<string, string, ICollection<Diagnostic>, T?> parser, int limit = TextFile.DefaultLimit) where T : class =>
            [.. kinds[kind].Select(f => TextFile.Read(f, found, limit) is { } text ? parser(f.Path, text, found) : null).OfType<T>()];
    }

    /// <summary>By file, line, column, rule.</summary>
    internal static IReadOnlyList<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Column).ThenBy(d => d.Rule.Id, StringComparer.Ordinal)];

    private static bool IsReadable(ContentFile file, int limit, List<Diagnostic> found)
    {
        if (file.Refused is { } reason) found.Add(new(DiagnosticRule.FileRefused, file.Path, 1, 1, $"The file was not read: {reason}.", "Put a plain readable file in its place."));
        else if (file.Size > limit) found.Add(new(DiagnosticRule.FileTooLarge, file.Path, 1, 1, $"The file has {file.Size:N0} bytes; at most {limit:N0} are shown.", "Make the picture smaller."));
        else return true;
        return false;
    }

    private static IEnumerable<Diagnostic> Misplaced(ILookup<ContentFileKind, ContentFile> kinds) => kinds[ContentFileKind.Unplaced].Select(f => f.Refused is { } reason
        ? new Diagnostic(DiagnosticRule.FileRefused, f.Path, 1, 1, $"Nothing was read here: {reason}.", "Put a plain readable file or folder in its place.")
        : new Diagnostic(DiagnosticRule.UnplacedFile, f.Path, 1, 1, "Nothing reads a file of this name in this place.", "Move it to articles, codes, guides, media, replies or snippets, correct its name, or delete it."));
}
