using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeBase.Site.Editing;

[JsonSerializable(typeof(TranslatorQuestion))]
[JsonSerializable(typeof(TranslatorAnswer))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
internal sealed partial class TranslatorJson : JsonSerializerContext;
