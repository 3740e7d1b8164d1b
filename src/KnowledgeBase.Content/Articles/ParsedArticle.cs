namespace KnowledgeBase.Content;

/// <summary>What came of an article file.</summary>
/// <param name="Path">Relative to the content folder.</param>
/// <param name="Revision">Of the file's bytes, or why it was refused.</param>
internal sealed record ParsedArticle(string Path, string Revision, ArticleParse Parse)
{
    /// <summary>The same with the article's text, which is parsed when first asked for.</summary>
    public ParsedArticle WithText(ContentFile file, ArticleContext context) => Parse.Article is not { } article ? this : this with
    {
        Parse = Parse with { Article = article with { Body = new(() => ArticleParser.Parse(file, context).Article!.Body.Value) } },
    };

    /// <summary>Whether both come from one parsing.</summary>
    public bool IsSame(ParsedArticle other) => Revision == other.Revision && ReferenceEquals(Parse.Diagnostics, other.Parse.Diagnostics);
}
