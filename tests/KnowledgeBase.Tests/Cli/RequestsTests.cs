using System.Text.Json;
using KnowledgeBase.Content;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Tests.Cli;

public sealed class RequestsTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("kb-data-");

    [Fact(DisplayName = "Feature 92: kb requests lists what visitors asked for, by code and by words, with counts")]
    public async Task RequestsAreListed()
    {
        using (var store = new SqliteVisitorStore(_data.FullName, TimeProvider.System))
        {
            Assert.True(ErrorCode.TryParse("0xC004F2FE", out var code));
            foreach (var who in new byte[] { 1, 2 }) await store.Add(ArticleRequest.ForCode(code, Locale.Ja), Visitor.At(new([10, 0, 0, who])));
            await store.Add(ArticleRequest.ForQuery("電話 認証", Locale.Ja)!, Visitor.At(null));
        }

        var (exit, text, errors) = Kb.Run("requests", "--data", _data.FullName);
        Assert.Equal((0, ""), (exit, errors));
        Assert.Matches(@"Codes without a page\s+2  \d{4}-\d\d-\d\d  ja\s+0xC004F2FE\s+Words that found nothing\s+1  \d{4}-\d\d-\d\d  ja\s+電話 認証\s+2 asked for, 3 requests\.", text);
        var json = JsonDocument.Parse(Kb.Run("requests", "--data", _data.FullName, "--json").Output).RootElement;
        Assert.Equal([("code", "0xC004F2FE", 2), ("query", "電話 認証", 1)], json.EnumerateArray().Select(r => (r.GetProperty("kind").GetString()!, r.GetProperty("subject").GetString()!, r.GetProperty("requests").GetInt32())));
    }

    [Fact]
    public void Looking_where_nothing_was_asked_for_makes_no_file()
    {
        Assert.Equal((0, "0 asked for, 0 requests.\n", ""), Kb.Run("requests", "--data", _data.FullName));
        Assert.Empty(_data.EnumerateFileSystemInfos());
    }

    [Fact]
    public void What_cannot_be_read_answers_two_and_says_why()
    {
        Assert.Equal(2, Kb.Run("requests", "--data", Path.Combine(_data.FullName, "nowhere")).Code);
        File.WriteAllText(Path.Combine(_data.FullName, SqliteFile.Name), new string('x', 4096));
        var (exit, _, errors) = Kb.Run("requests", "--data", _data.FullName);
        Assert.Equal(2, exit);
        Assert.Contains("not a database", errors);
    }

    public void Dispose() => _data.Delete(true);
}
