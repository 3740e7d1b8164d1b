using System.Text.Json;
using System.Text.Json.Serialization;
using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Site.Storage;

/// <summary>A draft as the stores keep it: one JSON text, whose version and time stand beside it.</summary>
[JsonSerializable(typeof(Draft))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
public sealed partial class DraftText : JsonSerializerContext
{
    public static string Write(Draft draft) => JsonSerializer.Serialize(draft, Default.Draft);

    /// <summary>Null where the text is no draft of this version of the site.</summary>
    public static Draft? Read(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize(text, Default.Draft);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
