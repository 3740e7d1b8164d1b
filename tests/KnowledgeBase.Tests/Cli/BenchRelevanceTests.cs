using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace KnowledgeBase.Tests.Cli;

public sealed class BenchRelevanceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("relevance");

    public void Dispose() => _folder.Delete(true);

    [Fact]
    public void A_set_is_scored_by_form()
    {
        Write("docs", """{"id":"a","title":"プリンター","text":"印刷できないとき","lang":"ja"}""", """{"id":"b","title":"Network","text":"No connection","lang":"en"}""");
        Write("queries", """{"id":"1","text":"印刷","form":"word"}""", """{"id":"2","text":"conection","form":"typo"}""", """{"id":"3","text":"zzzz","form":"typo"}""");
        Write("qrels", """{"query_id":"1","doc_id":"a","grade":1}""", """{"query_id":"2","doc_id":"b","grade":1}""", """{"query_id":"3","doc_id":"b","grade":1}""");
        var (code, output, _) = Kb.Run("bench", "relevance", "--set", _folder.FullName, "--json");
        Assert.Equal(0, code);
        var forms = JsonDocument.Parse(output).RootElement.GetProperty("forms").EnumerateArray()
            .ToDictionary(f => f.GetProperty("form").GetString()!, f => f.GetProperty("mrr").GetDouble());
        Assert.Equal(1, forms["word"]);
        Assert.Equal(0.5, forms["typo"]);
        Assert.Equal(2 / 3.0, forms["all"], 6);
    }

    [Fact]
    public void A_folder_without_a_set_is_named() => Assert.Equal(2, Kb.Run("bench", "relevance", "--set", _folder.FullName).Code);

    private void Write(string name, params string[] lines)
    {
        using var file = new GZipStream(File.Create(Path.Combine(_folder.FullName, name + ".jsonl.gz")), CompressionMode.Compress);
        file.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }
}
