using System.Text.Json.Serialization;

namespace KnowledgeBase.Site.Storage;

[JsonSerializable(typeof(JournalRecord))]
internal sealed partial class JournalJson : JsonSerializerContext;
