namespace KnowledgeBase.Content.Checking;

/// <summary>An article in both languages. Differences are reported at the translation: the source leads.</summary>
internal sealed record ArticlePair(Article Source, Article Translation)
{
    /// <summary>The source is what the front matter of either names, else the default language.</summary>
    public static ArticlePair Of(Article one, Article other)
    {
        var source = one.FrontMatter.SourceLanguage ?? other.FrontMatter.SourceLanguage ?? Locale.All[0];
        return one.Locale == source ? new(one, other) : new(other, one);
    }
}
