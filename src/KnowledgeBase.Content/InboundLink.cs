using KnowledgeBase.Content.Checking;

namespace KnowledgeBase.Content;

/// <summary>A page that leads to another one (Feature 71): exactly one of the three is set.</summary>
public sealed record InboundLink(Article? Article, CodeEntry? Code, Guide? Guide)
{
    /// <summary>Pages that link to an article, each once: articles in one of their languages, codes, guides.</summary>
    public static IReadOnlyList<InboundLink> To(ContentSet content, Article target, Locale locale) => Pages(content, locale, link =>
        link.StartsWith("/a/", StringComparison.Ordinal) && link[3..].Split('#', '?')[0] is var name && (name == target.Id.Value || name == target.Slug),
        article => article.Id != target.Id && article.FrontMatter.Related.Contains(target.Id.Value), null,
        guide => guide.Outcomes.Any(o => o.Procedure.Split('#')[0] == target.Id.Value), target.Path);

    /// <summary>Pages that link to a code or name it.</summary>
    public static IReadOnlyList<InboundLink> To(ContentSet content, CodeEntry target, Locale locale) => Pages(content, locale, link =>
        link.StartsWith("/c/", StringComparison.Ordinal) && ErrorCode.TryParse(link[3..].Split('#', '?')[0], out var code) && code == target.Code,
        article => article.Codes.Contains(target.Code),
        code => code.Related.Contains(target.Code) || code.ConfusedWith.Any(c => c.Code == target.Code),
        guide => guide.Questions.Any(q => q.Codes.ContainsKey(target.Code)), target.Path);

    private static IReadOnlyList<InboundLink> Pages(
        ContentSet content, Locale locale, Func<string, bool> isTarget, Func<Article, bool>? names, Func<CodeEntry, bool>? tells, Func<Guide, bool> leads, string own)
    {
        var files = LinkCollector.Collect(content).Where(l => isTarget(l.Target)).Select(l => l.File).ToHashSet(StringComparer.Ordinal);
        files.Remove(own);
        return
        [
            .. content.Articles.Where(a => files.Contains(a.Path) || names?.Invoke(a) == true).OrderByDescending(a => a.Locale == locale).DistinctBy(a => a.Id)
                .OrderBy(a => a.Title, StringComparer.Ordinal).Select(a => new InboundLink(a, null, null)),
            .. content.Codes.Where(c => c.Path != own && (files.Contains(c.Path) || tells?.Invoke(c) == true)).OrderBy(c => c.Code).Select(c => new InboundLink(null, c, null)),
            .. content.Guides.Where(g => files.Contains(g.Path) || leads(g)).Select(g => new InboundLink(null, null, g)),
        ];
    }
}
