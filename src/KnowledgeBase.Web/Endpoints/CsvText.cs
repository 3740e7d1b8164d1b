using System.Text;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>Tables for spreadsheets (RFC 4180, UTF-8 with a mark so that Excel reads Japanese). A cell that a spreadsheet would run as a
/// formula gets an apostrophe in front: the words in it are typed by visitors.</summary>
public static class CsvText
{
    public static byte[] Write(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(head)) text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(string text)
    {
        if (IsFormula(text)) text = "'" + text;
        return !text.Any(c => c is '"' or ',' or '\r' or '\n' or '\t' or ';') ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // Numbers may be negative; their full-width twins start formulas in some locales.
    private static bool IsFormula(string text)
    {
        var start = text.AsSpan().TrimStart();
        return (text.Length > 0 && text[0] is '\t' or '\r' or '\n') || (start.Length > 0 && start[0] is '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20' && !long.TryParse(text, out _));
    }
}
