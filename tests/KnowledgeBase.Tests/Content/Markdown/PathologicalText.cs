using System.Globalization;
using System.Text;
using System.Text.Json;

namespace KnowledgeBase.Tests.Content.Markdown;

/// <summary>Builds the texts that pathological-markdown.jsonl describes.</summary>
internal static class PathologicalText
{
    public static string Build(JsonElement row)
    {
        var text = new StringBuilder();
        foreach (var part in row.GetProperty("parts").EnumerateArray())
        {
            var piece = part[0].GetString()!;
            if (piece.StartsWith('@')) text.Append(Special(piece.Split(':')));
            else text.Insert(text.Length, piece, part[1].GetInt32());
        }
        return text.ToString();
    }

    private static string Special(string[] words)
    {
        var count = int.Parse(words[0] == "@table" ? words[1] : words[^1], CultureInfo.InvariantCulture);
        var rows = Enumerable.Range(0, count);
        return words[0] switch
        {
            "@staircase" => string.Concat(rows.Select(i => new string(' ', 2 * i) + "* a\n")),
            "@backticks" => string.Concat(rows.Select(i => "e" + new string('`', i + 1))),
            "@refcollide" => string.Concat(rows.Select(i => $"[a{i * 7919}]: /u\n")),
            "@refs" => string.Concat(rows.Select(i => $"[{i}]: /u\n")) + "\n",
            "@headings" => string.Concat(rows.Select(i => $"# h{i}\n\n")),
            "@table" => string.Concat(rows.Select(i => string.Concat(Enumerable.Repeat(i == 1 ? "|-" : "| a ", int.Parse(words[2], CultureInfo.InvariantCulture))) + "|\n")),
            _ => throw new NotSupportedException(words[0]),
        };
    }
}
