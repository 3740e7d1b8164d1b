using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Benchmarks.Reports;

namespace KnowledgeBase.Benchmarks.Verbs;

/// <summary>`growth`: a picture of the table of starts that `tests/load/run.sh` measured and a document holds, so that the two agree.</summary>
internal static partial class GrowthVerb
{
    private const string FirstColumn = "| articles |";

    public static Command Create()
    {
        var table = new Option<string>("--table") { Description = "Document with the table.", Required = true };
        var plot = new Option<string>("--plot") { Description = "File for the picture (SVG).", Required = true };
        var command = new Command("growth", "Draws how starts, memory and latency of the site grow with its articles.") { table, plot };
        command.SetAction(words => File.WriteAllText(words.GetValue(plot)!, Picture(File.ReadAllLines(words.GetValue(table)!))));
        return command;
    }

    private static string Picture(string[] document)
    {
        var head = Array.FindIndex(document, l => l.StartsWith(FirstColumn, StringComparison.Ordinal));
        if (head < 0) throw new InvalidDataException($"There is no table that begins with `{FirstColumn}`.");
        var (names, rows) = (Cells(document[head]), document.Skip(head + 2).TakeWhile(l => l.StartsWith('|')).Select(Cells).ToList());
        return SvgPlot.Draw("How the site grows with the number of articles, each in two languages", "articles",
        [
            new("Ready after, s", [Line("first", "ready, first start"), Line("later", "ready, later")]),
            new("Memory, MB", [Line("read", "after 1,000 pages and 200 searches"), Line("start", "memory after start")]),
            new("A search, ms", [Line("median", "search p50")]),
            new("An edit seen after, s", [Line("edit", "an edit is seen after")]),
        ]);

        PlotLine Line(string name, string column)
        {
            var at = Array.IndexOf(names, column);
            return at < 0 ? throw new InvalidDataException($"The table has no column `{column}`.") : new(name, [.. rows.Select(r => (Value(r[0]), Value(r[at])))]);
        }
    }

    private static string[] Cells(string row) => [.. row.Trim('|').Split('|').Select(c => c.Trim())];

    // The first number of a cell, in the unit at its end: seconds, milliseconds and megabytes stay, gigabytes become megabytes.
    private static double Value(string cell)
    {
        var number = double.Parse(Number.Match(cell).Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return cell.EndsWith("GB", StringComparison.Ordinal) ? number * 1000 : number;
    }

    [GeneratedRegex(@"[\d,]+(\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number { get; }
}
