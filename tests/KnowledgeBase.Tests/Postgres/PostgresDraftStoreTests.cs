using KnowledgeBase.Postgres;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Tests.Postgres;

/// <summary>The embedded store and the one of several replicas answer alike.</summary>
[Collection(RunningPostgres.Name)]
public sealed class PostgresDraftStoreTests(PostgresServer server) : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("kb-drafts-");

    [Theory(DisplayName = "Feature 127: a draft is kept once for each version, comes back as it was, and goes")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Drafts(bool isEmbedded)
    {
        using var database = new PostgresDatabase(server.NewDatabase());
        using var embedded = new SqliteDraftStore(_home.FullName);
        IDraftStore store = isEmbedded ? embedded : new PostgresDraftStore(database);
        var first = new Draft
        {
            Id = "d1", Version = 1, Owner = new("美佳", "mika"), Files = [new("articles/a.ja.md", null, "本文\n\u0000 '; DROP TABLE draft; --")], Message = "why",
            Changed = DateTimeOffset.UnixEpoch.AddDays(1),
        };
        Assert.Empty(await store.All());
        Assert.True(await store.Keep(first));
        Assert.False(await store.Keep(first));
        Assert.Equivalent(first, await store.Find("d1"), strict: true);
        var second = first with { Version = 2, Message = "more", Changed = first.Changed.AddHours(1) };
        var outcomes = await Task.WhenAll(store.Keep(second), store.Keep(second));
        Assert.Equal([false, true], outcomes.Order());
        Assert.Equal("more", (await store.Find("d1"))!.Message);
        Assert.True(await store.Keep(first with { Id = "d2", Changed = first.Changed.AddHours(2) }));
        Assert.Equal(["d2", "d1"], (await store.All()).Select(d => d.Id));
        Assert.True(await store.Drop("d1"));
        Assert.True(await store.Drop("d1"));
        Assert.Null(await store.Find("d1"));
        Assert.Null(store.Problem);
    }

    public void Dispose() => _home.Delete(true);
}
