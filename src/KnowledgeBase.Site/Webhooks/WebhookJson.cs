using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeBase.Site.Webhooks;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PublishedMessage))]
internal sealed partial class WebhookJson : JsonSerializerContext;
