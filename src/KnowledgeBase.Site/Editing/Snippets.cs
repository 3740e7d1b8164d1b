using KnowledgeBase.Content;

namespace KnowledgeBase.Site.Editing;

/// <summary>Feature 95: shared parts (`snippets/name.ja.md`) and the pages that a change of one would change.</summary>
public static class Snippets
{
    /// <summary>Every shared part by name, with its uses in order of the pages' paths; one that nobody uses has none.</summary>
    /// <param name="texts">Paths of the content folder's texts, as <see cref="Storage.ContentWorkspace.Texts"/> lists them.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<SnippetUse>> WhereUsed(ContentSet content, IEnumerable<string> texts)
    {
        var uses = content.Articles.SelectMany(a => a.Skeleton.Includes.Select(i => (Name: i.Text, Use: new SnippetUse(a, i.Line)))).ToLookup(u => u.Name, u => u.Use);
        return texts.Where(t => t.StartsWith("snippets/", StringComparison.Ordinal)).Select(t => t["snippets/".Length..].Split('.')[0]).Distinct()
            .ToDictionary(n => n, n => (IReadOnlyList<SnippetUse>)[.. uses[n]]);
    }
}
