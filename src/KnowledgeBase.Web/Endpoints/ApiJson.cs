using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>Shapes of the API, compiled.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(SuggestAnswer))]
[JsonSerializable(typeof(CodeAnswer))]
[JsonSerializable(typeof(UnknownCodeAnswer))]
[JsonSerializable(typeof(ArticleAnswer))]
[JsonSerializable(typeof(GuideAnswer))]
[JsonSerializable(typeof(PagesAnswer))]
[JsonSerializable(typeof(TicketQuestion))]
[JsonSerializable(typeof(TicketAnswer))]
[JsonSerializable(typeof(ReadyAnswer))]
[JsonSerializable(typeof(VisitorAnswer))]
[JsonSerializable(typeof(TokenOwnerAnswer))]
[JsonSerializable(typeof(KeptAnswer))]
[JsonSerializable(typeof(EditedAnswer))]
[JsonSerializable(typeof(PictureAnswer))]
[JsonSerializable(typeof(IReadOnlyList<PageLinkAnswer>))]
public sealed partial class ApiJson : JsonSerializerContext
{
    public static void AddApi(WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.TypeInfoResolverChain.Insert(0, Default);
            // Sent as JSON with nosniff, never inside HTML: Japanese stays readable.
            o.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        builder.Services.AddOpenApi("v1");
    }
}
