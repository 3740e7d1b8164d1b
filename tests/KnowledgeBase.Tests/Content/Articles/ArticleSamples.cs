using System.Text;
using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Content.Articles;

/// <summary>Short ways to parse a text as an article.</summary>
internal static class ArticleSamples
{
    public const string Path = "articles/errors/sample.ja.md";

    public static ArticleParse Parse(string text, string path = Path, ArticleContext? context = null) =>
        ArticleParser.Parse(new ContentFile(path, Encoding.UTF8.GetBytes(text)), context ?? ArticleContext.Empty);

    /// <summary>With front matter, so that only the body can be wrong.</summary>
    public static ArticleParse ParseBody(string body, string path = Path, ArticleContext? context = null) =>
        Parse("---\ntitle: T\nsummary: S\n---\n" + body, path, context);

    public static string Html(this Article article) => article.LeadHtml + string.Concat(article.Sections.Select(s => s.Html));

    public static string Html(string body) => ParseBody(body).Article!.Html();
}
