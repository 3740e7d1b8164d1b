using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeBase.Content;

/// <summary>How a parsed article is written in <see cref="ParsedArticles"/>.</summary>
[JsonSerializable(typeof(ParsedArticle[]))]
internal sealed partial class ArticleJson : JsonSerializerContext
{
    // Not for browsers: text stays as it is.
    public static readonly ArticleJson Instance = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new ArticleValues.Language(), new ArticleValues.Code(), new ArticleValues.Rule(), new ArticleValues.Places() },
    });
}
