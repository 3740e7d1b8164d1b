using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Tests.Site.Accounts;

public sealed class SqliteAccountStoreTests : AccountStoreContract, IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("kb-accounts-");
    private readonly SqliteAccountStore _store;

    public SqliteAccountStoreTests() => _store = new(Path.Combine(_home.FullName, "data"));

    protected override IAccountStore Store => _store;

    protected override IAuditLog Audit => _store;

    protected override ITokenStore Tokens => _store;

    [Fact(DisplayName = "Where the store cannot be used nobody is found and nothing is written, with the reason")]
    public async Task BrokenStoreLetsNobodyIn()
    {
        File.WriteAllText(Path.Combine(_home.FullName, "file"), "");
        using var store = new SqliteAccountStore(Path.Combine(_home.FullName, "file"));
        Assert.Equal(AccountWrite.NotKept, await store.Add(new Account { Key = "x" }));
        Assert.Null(await store.FindByKey("x"));
        Assert.False(await store.Begin(new("m", "x", default, default)));
        Assert.NotNull(store.Problem);
    }

    public void Dispose()
    {
        _store.Dispose();
        _home.Delete(true);
    }
}
