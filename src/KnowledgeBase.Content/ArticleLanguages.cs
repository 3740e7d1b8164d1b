namespace KnowledgeBase.Content;

/// <summary>Feature 77: which language of an article leads.</summary>
public static class ArticleLanguages
{
    /// <summary>The language that the front matter of either names as `source-language`, else the default one.</summary>
    public static (Article Source, Article Translation) SourceFirst(Article one, Article other)
    {
        var source = one.FrontMatter.SourceLanguage ?? other.FrontMatter.SourceLanguage ?? Locale.All[0];
        return one.Locale == source ? (one, other) : (other, one);
    }
}
