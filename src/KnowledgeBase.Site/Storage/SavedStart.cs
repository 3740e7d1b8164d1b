namespace KnowledgeBase.Site.Storage;

/// <summary>What an earlier start left so that the next is quicker.</summary>
public sealed record SavedStart(SavedArticles Articles, SavedIndex Index)
{
    /// <summary>Begins to read both while the content is looked through.</summary>
    public void Begin()
    {
        Articles.Begin();
        Index.Begin();
    }
}
