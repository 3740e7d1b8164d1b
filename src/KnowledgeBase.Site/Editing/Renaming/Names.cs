namespace KnowledgeBase.Site.Editing;

/// <summary>Article names and anchors that change together, and how they stand in files.</summary>
/// <param name="Articles">Old id or slug → new one.</param>
/// <param name="Anchors">(Old article name, old anchor) → (new article name, new anchor).</param>
internal sealed record Names(IReadOnlyDictionary<string, string> Articles, IReadOnlyDictionary<(string Article, string Anchor), (string Article, string Anchor)> Anchors)
{
    /// <summary>A language-neutral target (`name` or `name#anchor`) under its new name; null where it stays.</summary>
    public string? Of(string name, string? anchor)
    {
        if (anchor is not null && Anchors.TryGetValue((name, anchor), out var moved)) return $"{moved.Article}#{moved.Anchor}";
        return Articles.TryGetValue(name, out var renamed) ? anchor is null ? renamed : $"{renamed}#{anchor}" : null;
    }
}
