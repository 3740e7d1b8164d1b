using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeBase.Content;

/// <summary>How the values of a parsed article that JSON has no form for are written.</summary>
internal static class ArticleValues
{
    public sealed class Language : JsonConverter<Locale>
    {
        public override Locale? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Locale.Find(reader.GetString());

        public override void Write(Utf8JsonWriter writer, Locale value, JsonSerializerOptions options) => writer.WriteStringValue(value.Tag);
    }

    public sealed class Code : JsonConverter<ErrorCode>
    {
        public override ErrorCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetUInt32());

        public override void Write(Utf8JsonWriter writer, ErrorCode value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }

    public sealed class Rule : JsonConverter<DiagnosticRule>
    {
        public override DiagnosticRule? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var id = reader.GetString();
            return DiagnosticRule.All.First(r => r.Id == id);
        }

        public override void Write(Utf8JsonWriter writer, DiagnosticRule value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
    }

    // Name, line, column, and so on.
    public sealed class Places : JsonConverter<SourcePlaces>
    {
        public override SourcePlaces? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var places = new List<KeyValuePair<string, (int, int)>>();
            while (reader.Read() && reader.TokenType == JsonTokenType.String)
            {
                var name = reader.GetString()!;
                reader.Read();
                var line = reader.GetInt32();
                reader.Read();
                places.Add(new(name, (line, reader.GetInt32())));
            }
            return new(places);
        }

        public override void Write(Utf8JsonWriter writer, SourcePlaces value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var (name, (line, column)) in value.All)
            {
                writer.WriteStringValue(name);
                writer.WriteNumberValue(line);
                writer.WriteNumberValue(column);
            }
            writer.WriteEndArray();
        }
    }
}
