using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Tests.Site.Storage;

public sealed class SqliteDraftStoreTests : DraftStoreContract, IDisposable
{
    private readonly TempContent _content = new();
    private readonly List<SqliteDraftStore> _stores = [];

    public void Dispose()
    {
        foreach (var store in _stores) store.Dispose();
        _content.Dispose();
    }

    [Fact]
    public async Task A_store_that_cannot_be_made_says_so_and_looking_makes_none()
    {
        Assert.Empty(await Open().All());
        Assert.False(File.Exists(Path.Combine(_content.Folder, SqliteDraftStore.Name)));
        _content.Write("file", "");
        using var store = new SqliteDraftStore(_content.At("file"));
        Assert.Null(await store.Keep(new() { Id = "x", Version = 1, Owner = new("a", "b"), Files = [] }));
        Assert.NotNull(store.Problem);
    }

    protected override IDraftStore Open()
    {
        _stores.Add(new(_content.Folder));
        return _stores[^1];
    }
}
