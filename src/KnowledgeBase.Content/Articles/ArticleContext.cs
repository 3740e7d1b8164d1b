namespace KnowledgeBase.Content;

/// <summary>What an article may draw on beside its own file.</summary>
/// <param name="Snippets">Shared parts by path (`snippets/name.ja.md`), read by <see cref="TextFile"/>. The names that an article
/// used stand in its skeleton.</param>
public sealed record ArticleContext(IReadOnlyDictionary<string, string> Snippets)
{
    public static readonly ArticleContext Empty = new(new Dictionary<string, string>());
}
