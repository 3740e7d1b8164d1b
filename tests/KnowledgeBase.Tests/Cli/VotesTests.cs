using System.Text.Json;
using KnowledgeBase.Content;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Tests.Cli;

public sealed class VotesTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("kb-data-");

    [Fact(DisplayName = "Feature 90: kb votes lists each text of a page with its votes and reasons, most unhelpful first")]
    public async Task VotesAreListed()
    {
        using (var store = new SqliteVisitorStore(_data.FullName, TimeProvider.System))
        {
            await store.Add(new Vote("article/good", Locale.Ja, "aaaaaaaaaaaa", true, null, null), Visitor.At(null));
            foreach (var who in new byte[] { 1, 2 })
                await store.Add(new Vote("code/0xC004F213", Locale.En, "bbbbbbbbbbbb", false, VoteReason.NotMyCase, who == 1 ? "no key" : null), Visitor.At(new([10, 0, 0, who])));
        }

        var (exit, text, errors) = Kb.Run("votes", "--data", _data.FullName);
        Assert.Equal((0, ""), (exit, errors));
        Assert.Matches(@"2\s+0  \d{4}-\d\d-\d\d  en  code/0xC004F213@bbbbbbbbbbbb  NotMyCase 2\s+searched for: no key\s+0\s+1  \d{4}-\d\d-\d\d  ja  article/good@aaaaaaaaaaaa\s+2 texts, 3 votes\.", text);
        var json = JsonDocument.Parse(Kb.Run("votes", "--data", _data.FullName, "--json").Output).RootElement;
        Assert.Equal(2, json[0].GetProperty("reasons").GetProperty("NotMyCase").GetInt32());
    }

    public void Dispose() => _data.Delete(true);
}
