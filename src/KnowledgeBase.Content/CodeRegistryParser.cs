namespace KnowledgeBase.Content;

/// <summary>`codes/registry.csv` → every known code. One line each: code, symbol, source; nothing is quoted.</summary>
internal static class CodeRegistryParser
{
    public const int Limit = 2 * 1024 * 1024;

    private const string Header = "code,symbol,source";

    public static CodeRegistry Parse(string path, string text, ICollection<Diagnostic> diagnostics)
    {
        var entries = new Dictionary<ErrorCode, RegistryEntry>();
        var number = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text[range].Trim();
            if (++number == 1)
            {
                if (line != Header) Report("The first line is not the header.", $"Begin the file with `{Header}`.");
                if (!ErrorCode.TryParse(line.Split(',')[0], out _)) continue;
            }
            if (line.Length == 0) continue;
            var cells = line.Split(',', 3, StringSplitOptions.TrimEntries);
            if (!ErrorCode.TryParse(cells[0], out var code)) Report($"`{(cells[0].Length <= 40 ? cells[0] : cells[0][..40] + "…")}` is no error code.", "Begin the line with a code like 0xC004F213.");
            else if (!entries.TryAdd(code, new(code, Cell(cells, 1), Cell(cells, 2)))) Report($"The code {code.Hex} stands here twice; the first line counts.", "Delete this line.");
        }
        return new(entries.Values);

        void Report(string message, string mend) => diagnostics.Add(new(DiagnosticRule.BadRegistryLine, path, number, 1, message, mend));
    }

    private static string? Cell(string[] cells, int at) => at < cells.Length && cells[at].Length > 0 ? cells[at] : null;
}
