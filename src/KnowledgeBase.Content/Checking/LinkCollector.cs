namespace KnowledgeBase.Content.Checking;

/// <summary>Every link that authors wrote, in articles, code files, guides, the glossary. Redirects and picks have rules of their own.</summary>
internal static class LinkCollector
{
    public static IEnumerable<ContentLink> Collect(ContentSet content) =>
        [.. content.Articles.SelectMany(InArticle), .. content.Codes.SelectMany(InCode), .. content.Guides.SelectMany(InGuide), .. content.Glossary.SelectMany(InTerm)];

    private static IEnumerable<ContentLink> InArticle(Article article) =>
        article.Skeleton.Links.Select(l => new ContentLink(l.Text, article.Path, l.Line, 1, article.Locale, article));

    private static IEnumerable<ContentLink> InCode(CodeEntry code)
    {
        if (code.First?.Link is { } first) yield return At(code.Path, code.Places, "first.link", first);
        foreach (var (entry, at) in code.Cases.Select((c, i) => (c, i + 1)))
            if (entry.Link is { } link) yield return At(code.Path, code.Places, $"cases[{at}].link", link);
    }

    private static IEnumerable<ContentLink> InGuide(Guide guide)
    {
        foreach (var question in guide.Questions)
            if (question.HelpArticle is { } help) yield return At(guide.Path, guide.Places, $"questions.{question.Id}.help-article", ToArticle(help));
        foreach (var outcome in guide.Outcomes)
            foreach (var (see, at) in outcome.SeeAlso.Select((s, i) => (s, i + 1)))
                yield return At(guide.Path, guide.Places, $"outcomes.{outcome.Id}.see-also[{at}]", ToArticle(see));
    }

    private static IEnumerable<ContentLink> InTerm(Term term)
    {
        if (term.See is { } see) yield return new(ToArticle(see), "glossary.yaml", term.Line, 1);
    }

    /// <summary>Where an article is meant its id alone is written.</summary>
    internal static string ToArticle(string written) => written.StartsWith('/') ? written : "/a/" + written;

    private static ContentLink At(string path, SourcePlaces places, string name, string target)
    {
        var (line, column) = places.At(name);
        return new(target, path, line, column);
    }
}
