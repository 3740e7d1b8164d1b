using System.Globalization;
using System.Text.Json.Nodes;

namespace KnowledgeBase.Benchmarks.Reports;

/// <summary>Figures with a heading; numbers keep their type until they are printed.</summary>
internal sealed class ResultTable(string title, params string[] columns)
{
    private readonly List<object?[]> _rows = [];

    public string Title { get; } = title;

    public IReadOnlyList<object?[]> Rows => _rows;

    public void Add(params object?[] cells)
    {
        if (cells.Length != columns.Length) throw new ArgumentException($"{cells.Length} cells for {columns.Length} columns", nameof(cells));
        _rows.Add(cells);
    }

    /// <summary>As the documents show it.</summary>
    public string Markdown() => string.Join('\n', _rows.Select(r => r.Select(Cell)).Prepend(columns.Select(_ => "---")).Prepend(columns)
        .Select(r => "| " + string.Join(" | ", r) + " |"));

    public JsonNode Json() => new JsonObject
    {
        ["title"] = Title,
        ["rows"] = new JsonArray([.. _rows.Select(r => (JsonNode)new JsonObject(columns.Zip(r, (c, v) => KeyValuePair.Create(c, (JsonNode?)Value(v)))))]),
    };

    // Three figures that mean something.
    private static string Cell(object? value) => value switch
    {
        null => "–",
        double d when double.IsNaN(d) => "–",
        double d when Math.Abs(d) >= 100 => d.ToString("N0", CultureInfo.InvariantCulture),
        double d when Math.Abs(d) >= 10 => d.ToString("F1", CultureInfo.InvariantCulture),
        double d when Math.Abs(d) >= 1 => d.ToString("F2", CultureInfo.InvariantCulture),
        double d => d.ToString("0.###", CultureInfo.InvariantCulture),
        int i => i.ToString("N0", CultureInfo.InvariantCulture),
        long l => l.ToString("N0", CultureInfo.InvariantCulture),
        _ => value.ToString()!.Replace("|", "\\|", StringComparison.Ordinal),
    };

    private static JsonValue? Value(object? value) => value switch
    {
        null => null,
        double d => double.IsNaN(d) ? null : JsonValue.Create(d),
        int i => JsonValue.Create(i),
        long l => JsonValue.Create(l),
        _ => JsonValue.Create(value.ToString()),
    };
}
