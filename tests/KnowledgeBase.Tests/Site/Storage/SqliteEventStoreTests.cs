using KnowledgeBase.Content;
using KnowledgeBase.Site.Insights;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Tests.Site.Insights;

namespace KnowledgeBase.Tests.Site.Storage;

public sealed class SqliteEventStoreTests : EventStoreContract, IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("kb-events-");
    private readonly SqliteEventStore _store;

    public SqliteEventStoreTests() => _store = new(_home.FullName);

    protected override IEventStore Store => _store;

    [Fact(DisplayName = "Looking at counts makes no file")]
    public async Task LookingMakesNoFile()
    {
        Assert.Empty(await _store.Views(new(2026, 1, 1), new(2026, 12, 31)));
        Assert.Empty(_home.EnumerateFiles());
    }

    [Fact(DisplayName = "A store that cannot be written to says so, and takes the counts when it can again")]
    public async Task FailuresAreAnswered()
    {
        Directory.CreateDirectory(Path.Combine(_home.FullName, SqliteEventStore.Name));
        var counts = new[] { KeyValuePair.Create<SiteEvent, long>(new ViewEvent(new(2026, 11, 21), "article/a", Locale.Ja), 1) };
        Assert.False(await _store.Add(counts));
        Assert.NotNull(_store.Problem);
        Directory.Delete(Path.Combine(_home.FullName, SqliteEventStore.Name));
        Assert.True(await _store.Add(counts));
        Assert.Null(_store.Problem);
    }

    public void Dispose()
    {
        _store.Dispose();
        _home.Delete(true);
    }
}
