using System.Globalization;
using System.Text;
using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Benchmarks.Corpora;

/// <summary>Sections as lines of title TAB text, with line ends, tabs and backslashes written as `\n`, `\t`, `\\`.</summary>
internal static class PlainTexts
{
    public static void Write(string file, Corpus corpus) => File.WriteAllLines(
        file,
        corpus.Documents.SelectMany(d => d.Parts.Select(p => Escape(d.Title) + "\t" + Escape(p.Heading is null ? p.Text : p.Heading + "\n" + p.Text))),
        new UTF8Encoding(false));

    public static IReadOnlyList<SearchDocument> Read(string file) =>
    [
        .. File.ReadLines(file).Select((line, number) =>
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            return SearchDocument.Plain(number.ToString(CultureInfo.InvariantCulture), Unescape(line[..tab]), Unescape(line[(tab + 1)..]), Locale.Ja);
        }),
    ];

    public static string Escape(string text) => text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            plain.Append(text[i] != '\\' ? text[i] : text[++i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
        return plain.ToString();
    }
}
