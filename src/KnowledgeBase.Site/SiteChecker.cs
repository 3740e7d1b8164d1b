using KnowledgeBase.Content;
using KnowledgeBase.Content.Checking;

namespace KnowledgeBase.Site;

/// <summary>Everything that can be said about a content folder: the rules, and the golden queries on the real index.</summary>
public static class SiteChecker
{
    /// <param name="asking">Files whose golden queries are asked, which is most of the work; null: all.</param>
    public static IReadOnlyList<Diagnostic> Check(SiteSnapshot site, DateOnly today, IReadOnlyCollection<string>? asking = null) =>
        [.. ContentChecker.Check(site.Content, today).Concat(GoldenQueryCheck.Run(site, asking)).OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Rule.Id, StringComparer.Ordinal)];
}
