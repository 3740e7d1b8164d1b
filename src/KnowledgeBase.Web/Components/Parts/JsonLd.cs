using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using KnowledgeBase.Content;

namespace KnowledgeBase.Web.Components.Parts;

/// <summary>Structured data for search engines as a data block. The encoder escapes `&lt;`, `&gt;`, `&amp;` and quotes inside of
/// strings, so no text can end the block.</summary>
public static class JsonLd
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Article(Article article) => Block(new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "TechArticle",
        ["headline"] = article.Title,
        ["description"] = article.Summary,
        ["inLanguage"] = article.Locale.Tag,
        ["datePublished"] = article.FrontMatter.Published?.ToString("O", CultureInfo.InvariantCulture),
        ["dateModified"] = (article.FrontMatter.Updated ?? article.FrontMatter.Published)?.ToString("O", CultureInfo.InvariantCulture),
        ["author"] = article.FrontMatter.Author is { } author ? new JsonObject { ["@type"] = "Organization", ["name"] = author } : null,
    });

    public static string Code(CodeEntry entry, Locale locale) => Block(new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "TechArticle",
        ["headline"] = $"{entry.Code.Hex} {entry.Title.In(locale)}",
        ["description"] = entry.Meaning.In(locale),
        ["inLanguage"] = locale.Tag,
        ["dateModified"] = entry.Updated?.ToString("O", CultureInfo.InvariantCulture),
    });

    /// <param name="search">Absolute address of the search form.</param>
    public static string WebSite(string name, string home, string search) => Block(new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "WebSite",
        ["name"] = name,
        ["url"] = home,
        ["potentialAction"] = new JsonObject
        {
            ["@type"] = "SearchAction",
            ["target"] = search + "?q={search_term_string}",
            ["query-input"] = "required name=search_term_string",
        },
    });

    private static string Block(JsonObject data)
    {
        foreach (var empty in data.Where(p => p.Value is null).Select(p => p.Key).ToList()) data.Remove(empty);
        return $"<script type=\"application/ld+json\">{data.ToJsonString(s_options)}</script>";
    }
}
