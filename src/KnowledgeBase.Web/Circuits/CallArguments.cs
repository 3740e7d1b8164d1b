using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeBase.Web.Circuits;

/// <summary>Writes the arguments of a call to the browser as the framework does, but plain values directly: to write a number as one of
/// many possible things, the serialiser describes each of the thirty interfaces of a number, and keeps that for the options' life.</summary>
public sealed class CallArguments : JsonConverter<object?[]>
{
    public static readonly CallArguments Instance = new();

    private CallArguments()
    {
    }

    public override object?[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<List<object?>>(ref reader, options)?.ToArray();

    public override void Write(Utf8JsonWriter writer, object?[] value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var argument in value) Write(writer, argument, options);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, object? argument, JsonSerializerOptions options)
    {
        switch (argument)
        {
            case null:
                writer.WriteNullValue();
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case IDictionary { Count: 0 }:
                writer.WriteStartObject();
                writer.WriteEndObject();
                break;
            default:
                JsonSerializer.Serialize(writer, argument, argument.GetType(), options);
                break;
        }
    }
}
