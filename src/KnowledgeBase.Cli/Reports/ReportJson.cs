using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace KnowledgeBase.Cli.Reports;

/// <summary>How every report writes JSON: indented, names as given, Japanese as itself.</summary>
internal static class ReportJson
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(object value) => JsonSerializer.Serialize(value, s_options) + "\n";
}
