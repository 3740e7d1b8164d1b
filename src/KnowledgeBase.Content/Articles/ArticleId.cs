namespace KnowledgeBase.Content;

/// <summary>The permanent name of an article: lower-case Latin letters, digits and hyphens.</summary>
public readonly record struct ArticleId(string Value)
{
    public override string ToString() => Value;
}
