using System.IO.Compression;
using System.Text.Json;
using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli.Benchmarks;

/// <summary>Documents, queries and judgements, as three files of one JSON object a line.</summary>
internal sealed record RelevanceSet(string Name, IReadOnlyList<SearchDocument> Documents, IReadOnlyList<RelevanceQuery> Queries)
{
    private static readonly string[] s_names = ["docs", "queries", "qrels"];

    /// <summary>The set in a folder, or null where one of its files is missing.</summary>
    public static RelevanceSet? Read(string folder)
    {
        string[] files = [.. s_names.Select(f => Path.Combine(folder, f + ".jsonl.gz"))];
        if (!files.All(File.Exists)) return null;
        var documents = Rows(files[0], r => SearchDocument.Plain(Text(r, "id"), Text(r, "title"), Text(r, "text"), Locale.Find(Text(r, "lang")) ?? Locale.Ja));
        var grades = Rows(files[2], r => (Query: Text(r, "query_id"), Document: Text(r, "doc_id"), Grade: r.TryGetProperty("grade", out var g) ? g.GetInt32() : 1))
            .Where(g => g.Grade > 0).ToLookup(g => g.Query);
        var queries = Rows(files[1], r => (Id: Text(r, "id"), Query: Text(r, "text"), Form: Text(r, "form")))
            .Select(q => new RelevanceQuery(q.Query, q.Form, grades[q.Id].DistinctBy(g => g.Document).ToDictionary(g => g.Document, g => g.Grade)))
            .Where(q => q.Grades.Count > 0);
        return new(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), documents, [.. queries]);
    }

    private static List<T> Rows<T>(string file, Func<JsonElement, T> read)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var rows = new List<T>();
        while (lines.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            rows.Add(read(row.RootElement));
        }
        return rows;
    }

    private static string Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
