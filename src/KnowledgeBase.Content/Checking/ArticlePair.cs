namespace KnowledgeBase.Content.Checking;

/// <summary>An article in both languages. Differences are reported at the translation: the source leads.</summary>
internal sealed record ArticlePair(Article Source, Article Translation)
{
    public static ArticlePair Of(Article one, Article other)
    {
        var (source, translation) = ArticleLanguages.SourceFirst(one, other);
        return new(source, translation);
    }
}
