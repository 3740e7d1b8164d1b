using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeBase.Benchmarks.Measuring;

namespace KnowledgeBase.Benchmarks.Reports;

/// <summary>What one command measured: the machine, tables, and what could not be measured and why.</summary>
internal sealed class Report(string command)
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };
    private readonly List<ResultTable> _tables = [];
    private readonly List<string> _notes = [];
    private readonly string _machine = Machine.Describe();
    private readonly string _at = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    public IReadOnlyList<ResultTable> Tables => _tables;

    public ResultTable Table(string title, params string[] columns)
    {
        var table = new ResultTable(title, columns);
        _tables.Add(table);
        return table;
    }

    public void Note(string sentence) => _notes.Add(sentence);

    /// <summary>Prints the tables as Markdown; writes them as JSON where a file is named.</summary>
    public void Write(TextWriter to, string? jsonFile)
    {
        to.WriteLine($"{command}\n{_machine}; {_at}");
        foreach (var table in _tables) to.WriteLine($"\n### {table.Title}\n\n{table.Markdown()}");
        foreach (var note in _notes) to.WriteLine("\n" + note);
        if (jsonFile is not null) File.WriteAllText(jsonFile, Json().ToJsonString(s_indented));
    }

    private JsonObject Json() => new()
    {
        ["command"] = command,
        ["machine"] = _machine,
        ["at"] = _at,
        ["tables"] = new JsonArray([.. _tables.Select(t => t.Json())]),
        ["notes"] = new JsonArray([.. _notes.Select(n => (JsonNode)n)]),
    };
}
