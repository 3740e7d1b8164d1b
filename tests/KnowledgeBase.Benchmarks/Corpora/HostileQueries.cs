using System.Text;
using System.Text.Json;
using KnowledgeBase.Benchmarks.Engines;

namespace KnowledgeBase.Benchmarks.Corpora;

/// <summary>Inputs that nobody types in good faith, and some that people paste by accident.</summary>
internal static class HostileQueries
{
    private const int Million = 1_000_000;
    private const int MostCommon = 2000;
    private static readonly string[] s_fields = ["string", "text", "input"];

    public static IReadOnlyList<HostileQuery> Of(Corpus corpus, string? folder)
    {
        var common = Common(corpus);
        var all = string.Concat(corpus.Documents.Take(2000).SelectMany(d => d.Parts.Select(p => p.Text)));
        return
        [
            new("2,000 most common pairs, joined", string.Concat(common)),
            new("2,000 most common pairs, spaced", string.Join(' ', common)),
            new("200 most common pairs, spaced", string.Join(' ', common.Take(200))),
            new("each of the 10 most common pairs", string.Join(' ', common.Take(10))),
            new("1 MB of the collection's text", Cut(all)),
            new("its first 2,000 characters", all[..Math.Min(2000, all.Length)]),
            new("its first 2,000 characters without spaces or marks", Dense(all)),
            .. Repeated(),
            .. corpus.Queries.Take(5).Select(q => new HostileQuery("1 MB of one query", Repeat(q + " "))),
            new("the 300 longest queries as one", string.Join(' ', corpus.Queries.OrderByDescending(q => q.Length).Take(300))),
            new("400 unknown words", string.Join(' ', Enumerable.Range(0, 400).Select(i => "zq" + Letters(i * 7919)))),
            new("400 unknown katakana words", string.Join(' ', Enumerable.Range(0, 400).Select(i => "ヴョ" + Kana(i * 7919)))),
            new("400 words one letter wrong", string.Join(' ', corpus.Queries.SelectMany(q => q.Split(' ')).Where(w => w.Length > 4).Take(400).Select(w => w[..2] + "q" + w[3..]))),
            new("200 codes", string.Join(' ', Enumerable.Range(0, 200).Select(SyntheticCorpus.Code))),
            new("200 unknown codes", string.Join(' ', Enumerable.Range(0, 200).Select(i => $"0xC005{i:X4}"))),
            .. Strings(folder),
        ];
    }

    private static IEnumerable<HostileQuery> Repeated()
    {
        string[] pieces =
        [
            "a", "あ", "ア", "ー", "亜", "の", "。", " ", "\t", "\0", "\n", "0", "F", "0x", "0xC004F213 ", "-", "%", "(", "[", "*", "\"", "\\", "/", "<", "&", "e\u0301", "\u0301", "\u200B", "\uFEFF", "\u202E",
            "\uFDFA", "ｶﾞ", "㍿", "Ⅷ", "😀", "👩‍👩‍👧‍👦", "\uD800", "\uDC00", "\uD800\uD800", "\uDC00\uD800", "𠮷", "a\uD800", "a1", "aB", "a_", "a.", "A-", "ab ", "ｦ", "コンピュータ", "ka", "shi", "xn", "ライセンス認証", "error ", "きゃ", "ﾞ", "々",
        ];
        return pieces.SelectMany(p => new[] { new HostileQuery($"1 MB of {Shown(p)}", Repeat(p)), new HostileQuery($"2,000 of {Shown(p)}", Repeat(p, 2000)), new HostileQuery($"one {Shown(p)}", p) });
    }

    // The pairs that most sections hold: the longest lists that a query can touch.
    private static List<string> Common(Corpus corpus)
    {
        var counts = new Dictionary<string, int>();
        foreach (var part in corpus.Documents.Take(10_000).SelectMany(d => d.Parts))
            foreach (var pair in Bigrams.Of(part.Text).Distinct()) counts[pair] = counts.GetValueOrDefault(pair) + 1;
        return [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(MostCommon).Select(c => c.Key)];
    }

    private static IEnumerable<HostileQuery> Strings(string? folder)
    {
        foreach (var file in folder is null ? Enumerable.Empty<string>() : Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            foreach (var (line, number) in File.ReadLines(file).Select((l, i) => (l, i + 1)))
            {
                using var row = JsonDocument.Parse(line);
                foreach (var field in s_fields)
                    if (row.RootElement.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String)
                        yield return new($"{Path.GetFileName(file)}:{number}", value.GetString()!);
            }
        }
    }

    private static string Repeat(string piece, int length = Million) => new StringBuilder(length + piece.Length).Insert(0, piece, length / piece.Length + 1).ToString();

    private static string Cut(string text) => text[..Math.Min(Million, text.Length)];

    private static string Dense(string text) => new([.. text.Where(char.IsLetter).Take(2000)]);

    private static string Letters(int number) => string.Concat(Enumerable.Range(0, 5).Select(i => (char)('a' + (number >> (i * 3)) % 26)));

    private static string Kana(int number) => string.Concat(Enumerable.Range(0, 4).Select(i => (char)('ア' + (number >> (i * 3)) % 60)));

    private static string Shown(string piece) => string.Concat(piece.Select(c => char.IsControl(c) || char.IsSurrogate(c) || char.IsWhiteSpace(c) || c is >= '\u0300' and < '\u0370' or >= '\u2000' and < '\u2070' or '\uFEFF' ? $"U+{(int)c:X4}" : c.ToString()));
}
