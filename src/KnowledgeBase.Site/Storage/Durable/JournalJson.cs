using System.Text.Json.Serialization;

namespace KnowledgeBase.Site.Storage;

// The generated writer would make empty bytes of none: a deleted file would come back empty.
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(JournalRecord))]
internal sealed partial class JournalJson : JsonSerializerContext;
